import { renderAll } from './renderAll';
import type { RenderContext } from './renderContext';

/** Renders text that came from outside as Liquid (`:rerender`), one level deep. */
export function rerender(text: string, context: RenderContext): string {
	const { state } = context;
	if (state.rerendering || !/\{[{%]/.test(text)) return text;
	const compiled = state.compile(text, 'rerendered text');
	compiled.warnings.forEach((warning) => state.warn(`rerendered text, ${warning}`));
	const emitter = context.emitter();
	state.rerendering = true;
	renderAll(compiled.templates, context, emitter);
	state.rerendering = false;
	return emitter.buffer;
}
