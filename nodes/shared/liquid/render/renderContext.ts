import { Context, Drop, type Liquid } from '../engine';
import { LiquidFault } from '../errors';
import { attributePath } from './attributePath';
import type { TextEmitter } from './emitter';
import type { RenderState } from './renderState';

type Key = string | number | Drop;

/** The clock is looked at once in so many steps: reading it costs more than a step. */
const STEPS_PER_LOOK = 16;

/** One render: variables, limits, and what tags leave behind. Never shared between renders. */
export class RenderContext extends Context {
	private steps = 0;
	private deadline: number;

	constructor(
		readonly engine: Liquid,
		readonly state: RenderState,
		sync: boolean,
	) {
		const { limits, context } = state.request;
		// A copy: `increment` writes into this object, and the caller's data must stay as it was.
		super({ ...context }, engine.options, { sync, ownPropertyOnly: true, memoryLimit: limits.memory }, { liquid: engine });
		this.deadline = Date.now() + limits.renderTime;
		// The engine's own limit would count the time spent waiting for others.
		this.renderLimit.check = () => this.checkTime();
	}

	emitter(): TextEmitter {
		return this.state.emitter();
	}

	/** Waits for the outside without counting that time against the render. */
	async waitFor<T>(call: () => Promise<T>): Promise<T> {
		const begin = Date.now();
		try {
			return await call();
		} finally {
			this.deadline += Date.now() - begin;
		}
	}

	override *_get(paths: Key[]): IterableIterator<unknown> {
		const [root, name] = paths;
		if (root === 'content_blocks' && typeof name === 'string') {
			return yield* this.state.blocks.render(name.replace(/^\$\{/, ''), this);
		}
		if (typeof root === 'string' && root.startsWith('${')) {
			return yield this._getFromScope(this.environments, paths);
		}
		return yield* super._get(paths);
	}

	override readProperty(target: unknown, key: Key): unknown {
		if (target === null || target === undefined) return undefined;
		if (typeof key === 'string' && key.startsWith('${')) return this.attribute(target, key.slice(2));
		if (target instanceof Drop) return super.readProperty(target, key);
		if (typeof target === 'string') return key === 'size' ? [...target].length : undefined;
		return typeof target === 'object' ? super.readProperty(target, key) : undefined;
	}

	private attribute(target: unknown, name: string): unknown {
		if (typeof target === 'object' && target !== null && Object.hasOwn(target, name)) {
			return Object.entries(target).find(([key]) => key === name)?.[1];
		}
		const path = attributePath(name);
		return path?.reduce<unknown>((value, key) => this.readProperty(value, key), target);
	}

	private checkTime(): void {
		if (this.steps++ % STEPS_PER_LOOK !== 0 || Date.now() <= this.deadline) return;
		throw new LiquidFault(
			'The template takes too long to render',
			'Shorten its loops or its data, or raise the limit renderTime.',
		);
	}
}
