import type { RenderContext } from '../render/renderContext';
import { constant, type Evaluate } from './evaluate';

export type Step = string | number | Evaluate;

/** Braze's namespace of blocks: its values are rendered, not looked up. */
const CONTENT_BLOCKS = 'content_blocks';

function keyOf(step: Step, context: RenderContext): unknown {
	return typeof step === 'function' ? step(context) : step;
}

function walk(start: Evaluate, steps: Step[]): Evaluate {
	if (steps.length === 0) return start;
	const [first] = steps;
	if (steps.length === 1 && typeof first !== 'function') return (context) => context.property(start(context), first);
	return (context) => {
		let value = start(context);
		for (const step of steps) value = context.property(value, keyOf(step, context));
		return value;
	};
}

function contentBlock(step: Step): Evaluate {
	return (context) => context.state.blocks.render(String(keyOf(step, context)).replace(/^\$\{/, ''), context);
}

/** `root.step[step]`; the root is a variable, an attribute `${name}`, or a nested `{{ value }}`. */
export function path(nested: Evaluate | undefined, steps: Step[]): Evaluate {
	if (nested) return walk(nested, steps);
	const [root, ...rest] = steps;
	if (root === undefined) return constant(undefined);
	if (root === CONTENT_BLOCKS && rest.length > 0) return walk(contentBlock(rest[0]), rest.slice(1));
	if (typeof root === 'string' && root.startsWith('${')) {
		return walk((context) => context.property(context.environments, root), rest);
	}
	if (typeof root === 'string') return walk((context) => context.variable(root), rest);
	return walk((context) => context.variable(String(keyOf(root, context))), rest);
}
