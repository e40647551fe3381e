import { Compiler } from './compiler';
import { braze } from './dialects/braze';
import { clevertap } from './dialects/clevertap';
import { zendesk } from './dialects/zendesk';
import { LiquidFault, toTemplateError } from './errors';
import { inspect, type Inspection } from './inspect';
import { withDefaults, type Limits } from './limits';
import type { DialectName, Rendered, RenderOptions, RenderRequest } from './render/renderRequest';
import { renderTemplate } from './render/renderTemplate';
import { RUBY_STYLE } from './render/text';

export { TemplateError } from './errors';
export { DEFAULT_LIMITS, type Limits } from './limits';
export type * from './render/renderRequest';
export type { TextStyle } from './render/text';
export type { Found, Inspection } from './inspect';
export { commentBlock, findCommentMessage, type CommentBlock } from './zendeskComment';

const compilers: Record<DialectName, Compiler> = {
	braze: new Compiler(braze),
	clevertap: new Compiler(clevertap),
	zendesk: new Compiler(zendesk),
};

function compilerOf(dialect: DialectName): Compiler {
	if (Object.hasOwn(compilers, dialect)) return compilers[dialect];
	throw new LiquidFault(`There is no dialect "${String(dialect)}"`, `Use one of: ${Object.keys(compilers).join(', ')}.`);
}

function requestOf(options: RenderOptions): RenderRequest {
	return {
		options,
		limits: withDefaults(options.limits),
		style: options.style ? { ...RUBY_STYLE, ...options.style } : RUBY_STYLE,
		now: options.now?.getTime() ?? Date.now(),
	};
}

/**
 * Renders a template in a vendor's Liquid. Compiled templates are kept for the next render; nothing else is.
 * @returns the text, or `aborted: true` where `abort_message` stopped it
 * @throws TemplateError, and nothing else: bad syntax, a limit passed, a refused call
 */
export function renderMessage(template: string, options: RenderOptions): Promise<Rendered> {
	// Not an async function: most templates wait for nothing, and are spared its steps.
	try {
		return renderTemplate(compilerOf(options.dialect), template, requestOf(options));
	} catch (error) {
		return Promise.reject(toTemplateError(error));
	}
}

/**
 * The paths, values and filters of a template, and what its vendor would ignore; nothing is rendered.
 * @throws TemplateError when it does not parse
 */
export function inspectTemplate(template: string, dialect: DialectName, limits?: Partial<Limits>): Inspection {
	try {
		return inspect(compilerOf(dialect), template, withDefaults(limits));
	} catch (error) {
		throw toTemplateError(error);
	}
}
