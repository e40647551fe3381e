import { LiquidFault } from '../errors';

/** Thrown when a render needs a value that is still on its way. */
export class Waiting extends Error {
	constructor(readonly arrival: Promise<void>) {
		super('waiting');
	}
}

type Outcome = { value: unknown } | { error: unknown };

/**
 * Values from outside (calls, content blocks), kept while one message is rendered. Rendering itself never
 * waits: it stops at the first value that is missing and starts again when it is there. That keeps the
 * common case, a template that needs nothing, as fast as the engine.
 */
export class Waits {
	private outcomes: Map<string, Outcome> | undefined;

	constructor(private readonly most: number) {}

	/** The value under `key`, asked for once. */
	get<T>(key: string, ask: () => Promise<T>): T {
		const outcomes = (this.outcomes ??= new Map());
		const known = outcomes.get(key);
		if (known && 'error' in known) throw known.error;
		if (known) return known.value as T;
		if (outcomes.size >= this.most) {
			throw new LiquidFault(`The message needs more than ${this.most} values from outside`, 'Use fewer content blocks and calls.');
		}
		throw new Waiting(
			Promise.resolve()
				.then(ask)
				.then(
					(value) => void outcomes.set(key, { value }),
					(error: unknown) => void outcomes.set(key, { error }),
				),
		);
	}
}
