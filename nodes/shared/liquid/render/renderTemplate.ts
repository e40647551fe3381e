import type { Compiler } from '../compiler';
import { MessageAborted, toTemplateError } from '../errors';
import type { CompiledTemplate } from './contentBlocks';
import { renderAll } from './renderAll';
import { RenderContext } from './renderContext';
import type { Rendered, RenderRequest } from './renderRequest';
import { RenderState } from './renderState';
import { Waiting, Waits } from './waits';

/** What stopped a run before its end: a missing value, an abort, or a failure. */
function stoppedBy(error: unknown): Waiting | MessageAborted {
	if (error instanceof Waiting || error instanceof MessageAborted) return error;
	throw toTemplateError(error);
}

function rendered(compiled: CompiledTemplate, state: RenderState, text: string, abort?: MessageAborted): Rendered {
	const messageExtras = state.hasMessageExtras ? Object.fromEntries(state.messageExtras) : {};
	const warnings = compiled.warnings.concat(state.warnings);
	return abort
		? { text: '', aborted: true, abortReason: abort.reason, messageExtras, warnings }
		: { text, aborted: false, messageExtras, warnings };
}

/** One message, rendered from the start as often as a value from outside is missing. */
class Rendering {
	private readonly compiled: CompiledTemplate;
	private readonly waits: Waits;
	/** Milliseconds of its own; waiting for others does not count. */
	private left: number;

	constructor(
		private readonly compiler: Compiler,
		template: string,
		private readonly request: RenderRequest,
	) {
		this.compiled = compiler.compile(template, request.limits);
		this.waits = new Waits(request.limits.outsideValues);
		this.left = request.limits.renderTime;
	}

	/** The result, or what has to arrive before the next attempt. */
	attempt(): Rendered | Waiting {
		const begin = Date.now();
		const state = new RenderState(this.request, this.compiler, this.waits, begin + this.left);
		const context = new RenderContext(this.compiler.engine, state);
		const emitter = context.emitter();
		try {
			renderAll(this.compiled.templates, context, emitter);
		} catch (error) {
			const stop = stoppedBy(error);
			if (stop instanceof MessageAborted) return rendered(this.compiled, state, '', stop);
			this.left -= Date.now() - begin;
			return stop;
		}
		return rendered(this.compiled, state, emitter.buffer);
	}
}

async function finish(rendering: Rendering, first: Waiting): Promise<Rendered> {
	for (let waiting = first; ; ) {
		await waiting.arrival;
		const next = rendering.attempt();
		if (!(next instanceof Waiting)) return next;
		waiting = next;
	}
}

/** Renders a template. Throws what is wrong before its first wait, and rejects with what is wrong later. */
export function renderTemplate(compiler: Compiler, template: string, request: RenderRequest): Promise<Rendered> {
	const rendering = new Rendering(compiler, template, request);
	const first = rendering.attempt();
	return first instanceof Waiting ? finish(rendering, first) : Promise.resolve(first);
}
