import { RenderContext } from '../render/renderContext';
import { toText } from '../render/text';

/** `this` inside a filter is given by the engine. */
export interface FilterThis {
	context: unknown;
}

/** A filter of ours: plain values in, a plain value out, never waiting. */
export type LiquidFilter = (this: FilterThis, value: unknown, ...args: unknown[]) => unknown;
export type FilterGroup = Record<string, LiquidFilter>;

export function contextOf(self: FilterThis): RenderContext {
	if (self.context instanceof RenderContext) return self.context;
	throw new TypeError('a filter was called outside of a render');
}

/** Counts work (items and characters) against the memory limit. */
export function charge(self: FilterThis, amount: number): void {
	contextOf(self).memoryLimit.use(amount);
}

/** Text of any value, counted against the memory limit. */
export function textOf(self: FilterThis, value: unknown): string {
	const text = toText(value, contextOf(self).state.style);
	charge(self, text.length);
	return text;
}

/** Ruby's array filters take one value as an array of one, nil as an empty one, a hash as one item. */
export function itemsOf(self: FilterThis, value: unknown): unknown[] {
	const items = value === null || value === undefined ? [] : Array.isArray(value) ? value.flat(20) : [value];
	charge(self, items.length);
	return items;
}

export function property(self: FilterThis, value: unknown, name: unknown): unknown {
	return typeof name === 'string' || typeof name === 'number'
		? contextOf(self).readProperty(value, name)
		: undefined;
}

export function isNil(value: unknown): value is null | undefined {
	return value === null || value === undefined;
}

/** Value of a `name: value` argument, undefined when it is not given. */
export function named(args: unknown[], name: string): unknown {
	const pair = args.find((arg): arg is [string, unknown] => Array.isArray(arg) && arg.length === 2 && arg[0] === name);
	return pair?.[1];
}
