import { Context, Drop, type Liquid } from '../engine';
import { LiquidFault } from '../errors';
import { attributePath } from './attributePath';
import type { TextEmitter } from './emitter';
import { LoopState } from './loopState';
import type { RenderState } from './renderState';

type Frame = Record<string, unknown>;

/** The clock is looked at once in so many steps: reading it costs more than a step. */
const STEPS_PER_LOOK = 64;
const NO_OPTIONS = {};
/** The engine's own limits are not used; making them anew for each render would cost more than a small template. */
const { memoryLimit, renderLimit } = new Context();
const IDLE = { memoryLimit, renderLimit };

function frame(): Frame {
	return Object.create(null) as Frame;
}

/** One render: variables, limits, and what tags leave behind. Never shared between renders. */
export class RenderContext extends Context {
	/** `increment` and `decrement` count here; the caller's data stays as it was. */
	readonly counters = frame();
	private readonly assigned = frame();
	private loops: Frame[] | undefined;
	private steps = 0;
	private memory: number;

	constructor(
		engine: Liquid,
		readonly state: RenderState,
	) {
		super(state.request.options.context, engine.options, NO_OPTIONS, IDLE);
		this.memory = state.request.limits.memory;
	}

	/** Counts work (items and characters) against the memory limit. */
	charge(amount: number): void {
		if (amount > 0 && (this.memory -= amount) < 0) {
			throw new LiquidFault('The template makes too much data', 'Shorten its loops or its data, or raise the limit memory.');
		}
	}

	emitter(): TextEmitter {
		return this.state.emitter();
	}

	assign(name: string, value: unknown): void {
		this.assigned[name] = value;
	}

	override push(loop: Frame): number {
		return (this.loops ??= []).push(loop);
	}

	override pop(): Frame | undefined {
		return this.loops?.pop();
	}

	/** A variable by its plain name: of a loop, assigned, counted, or given. */
	variable(name: string): unknown {
		const { loops } = this;
		for (let at = (loops?.length ?? 0) - 1; loops && at >= 0; at--) {
			if (name in loops[at]) return loops[at][name];
		}
		if (name in this.assigned) return this.assigned[name];
		if (name in this.counters) return this.counters[name];
		return this.property(this.environments, name);
	}

	/** `target.key`, `target[key]` and `target.${key}`; only what the data itself holds, never its prototype. */
	property(target: unknown, key: unknown): unknown {
		if (typeof target === 'string' && key === 'size') {
			this.charge(target.length);
			return [...target].length;
		}
		if (target === null || typeof target !== 'object') return undefined;
		if (Array.isArray(target)) return this.item(target, key);
		if (target instanceof LoopState) return target.get(key);
		if (target instanceof Drop || (typeof key !== 'string' && typeof key !== 'number')) return undefined;
		if (Object.hasOwn(target, key)) return plain((target as Frame)[key]);
		if (typeof key === 'number') return undefined;
		if (key.startsWith('${')) return this.attribute(target as Frame, key.slice(2));
		if (key === 'size') return Object.keys(target).length;
		return key === 'first' ? Object.entries(target)[0] : undefined;
	}

	/** Called at every step of a render. */
	tick(): void {
		if (++this.steps % STEPS_PER_LOOK === 0) this.state.checkTime();
	}

	private item(items: unknown[], key: unknown): unknown {
		if (typeof key === 'number') return items.at(Math.trunc(key));
		if (key === 'size') return items.length;
		if (key === 'first') return items[0];
		return key === 'last' ? items.at(-1) : undefined;
	}

	private attribute(target: Frame, name: string): unknown {
		if (Object.hasOwn(target, name)) return plain(target[name]);
		return attributePath(name)?.reduce<unknown>((value, key) => this.property(value, key), target);
	}
}

function plain(value: unknown): unknown {
	return typeof value === 'function' ? undefined : value;
}
