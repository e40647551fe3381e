import { Compiler } from './compiler';
import { braze } from './dialects/braze';
import { clevertap } from './dialects/clevertap';
import { zendesk } from './dialects/zendesk';
import { toPromise, toValueSync } from './engine';
import { abortIn, toTemplateError } from './errors';
import { DEFAULT_LIMITS } from './limits';
import type { CompiledTemplate } from './render/contentBlocks';
import { RenderContext } from './render/renderContext';
import type { DialectName, Rendered, RenderOptions, RenderRequest } from './render/renderRequest';
import { RenderState } from './render/renderState';
import { RUBY_STYLE } from './render/text';

export { TemplateError } from './errors';
export { DEFAULT_LIMITS, type Limits } from './limits';
export type * from './render/renderRequest';
export { commentBlock, findCommentMessage, type CommentBlock } from './zendeskComment';
export type { TextStyle } from './render/text';

const compilers: Record<DialectName, Compiler> = {
	braze: new Compiler(braze),
	clevertap: new Compiler(clevertap),
	zendesk: new Compiler(zendesk),
};

function requestOf(options: RenderOptions): RenderRequest {
	return {
		...options,
		limits: options.limits ? { ...DEFAULT_LIMITS, ...options.limits } : DEFAULT_LIMITS,
		style: options.style ? { ...RUBY_STYLE, ...options.style } : RUBY_STYLE,
		now: options.now?.getTime() ?? Date.now(),
	};
}

function contextFor(compiler: Compiler, request: RenderRequest, compiled: CompiledTemplate): RenderContext {
	const state = new RenderState(request, (text, block) => compiler.compile(text, request.limits, block));
	return new RenderContext(compiler.engine, state, !compiled.waits);
}

/**
 * Renders a template in a vendor's Liquid.
 * @returns the text, or `aborted: true` where `abort_message` stopped it
 * @throws TemplateError, and nothing else: bad syntax, a limit passed, a refused call
 */
export async function renderMessage(template: string, options: RenderOptions): Promise<Rendered> {
	let context: RenderContext | undefined;
	let warnings: string[] = [];
	const outcome = () => ({
		messageExtras: Object.fromEntries(context?.state.messageExtras ?? []),
		warnings: [...warnings, ...(context?.state.warnings ?? [])],
	});
	try {
		const request = requestOf(options);
		const compiler = compilers[request.dialect];
		const compiled = compiler.compile(template, request.limits);
		warnings = compiled.warnings;
		context = contextFor(compiler, request, compiled);
		const emitter = context.emitter();
		const run = compiler.engine.renderer.renderTemplates(compiled.templates, context, emitter);
		if (compiled.waits) await toPromise(run);
		else toValueSync(run);
		return { text: emitter.buffer, aborted: false, ...outcome() };
	} catch (error) {
		const abort = abortIn(error);
		if (abort) return { text: '', aborted: true, abortReason: abort.reason, ...outcome() };
		throw toTemplateError(error);
	}
}
