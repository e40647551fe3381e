import type { Emitter, Template, Token } from '../engine';
import { MessageAborted, TemplateError, toTemplateError } from '../errors';
import type { RenderContext } from './renderContext';
import { Waiting } from './waits';

function located(error: unknown, token: Token): unknown {
	if (error instanceof TemplateError || error instanceof MessageAborted || error instanceof Waiting) return error;
	return toTemplateError(error, token);
}

/** Renders templates one after another; `break` and `continue` end the list they stand in. */
export function renderAll(templates: Template[], context: RenderContext, emitter: Emitter): void {
	let at = 0;
	try {
		for (; at < templates.length; at++) {
			context.tick();
			templates[at].render(context, emitter);
			if (context.breakCalled || context.continueCalled) return;
		}
	} catch (error) {
		throw located(error, templates[at].token);
	}
}
