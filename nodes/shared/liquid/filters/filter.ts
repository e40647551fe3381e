import type { RenderContext } from '../render/renderContext';
import { toText } from '../render/text';

/** A filter of ours: plain values in, a plain value out, never waiting. `this` is the render it is called in. */
export type LiquidFilter = (this: RenderContext, value: unknown, ...args: unknown[]) => unknown;
export type FilterGroup = Record<string, LiquidFilter>;

/** `name: value` among the arguments of a filter. */
export class NamedArgument {
	constructor(
		readonly name: string,
		readonly value: unknown,
	) {}
}

/** Counts work (items and characters) against the memory limit. */
export function charge(context: RenderContext, amount: number): void {
	context.charge(amount);
}

/** Text of any value, counted against the memory limit. */
export function textOf(context: RenderContext, value: unknown): string {
	const text = typeof value === 'string' ? value : toText(value, context.state.style);
	context.charge(text.length);
	return text;
}

/** An item weighs as much as this many characters. */
export const ITEM_WEIGHT = 4;

/** Ruby's array filters take one value as an array of one, nil as an empty one, a hash as one item; nested arrays are flattened. */
export function itemsOf(context: RenderContext, value: unknown): unknown[] {
	if (isNil(value)) return [];
	if (!Array.isArray(value)) return [value];
	const items = value.some(Array.isArray) ? value.flat(20) : value;
	context.charge(items.length * ITEM_WEIGHT);
	return items;
}

export function property(context: RenderContext, value: unknown, name: unknown): unknown {
	return context.property(value, name);
}

export function isNil(value: unknown): value is null | undefined {
	return value === null || value === undefined;
}

/** Value of a `name: value` argument, undefined when it is not given. */
export function named(args: unknown[], name: string): unknown {
	return args.find((arg): arg is NamedArgument => arg instanceof NamedArgument && arg.name === name)?.value;
}
