import type { RenderContext } from '../render/renderContext';

/** A compiled expression. It never waits; see render/waits.ts for values that come from outside. */
export type Evaluate = (context: RenderContext) => unknown;

export function constant(value: unknown): Evaluate {
	return () => value;
}
