import { EventLog } from './eventLog';
import { Faults } from './faults';
import { Timers } from './timers';

export interface WorldOptions {
	/** `http://127.0.0.1:PORT`, no trailing slash; known once the server listens. */
	baseUrl: string;
	/** Below 1 shortens the vendors' waits between retries. The vendors' own patience (timeouts) is not shortened. */
	waitFactor: number;
}

/** What all pretended vendors share: the log, the faults, the timers, and the two things that can be done to the world. */
export class World {
	readonly events = new EventLog();

	readonly faults = new Faults();

	readonly timers: Timers;

	/** Counts the resets: what is still under way from before one must leave no trace after it. */
	epoch = 0;

	private readonly resetters: Array<() => void> = [];

	private readonly agers: Array<(ms: number) => void> = [];

	constructor(readonly options: WorldOptions) {
		this.timers = new Timers(options.waitFactor);
	}

	/** A vendor seeds itself here; called once at start and again at each reset. */
	onReset(seed: () => void): void {
		this.resetters.push(seed);
		seed();
	}

	/** A vendor moves its stored times back here. */
	onAge(age: (ms: number) => void): void {
		this.agers.push(age);
	}

	reset(): void {
		this.epoch += 1;
		this.timers.clear();
		this.faults.clear();
		this.events.clear();
		for (const seed of this.resetters) seed();
	}

	/** Stored times first, then the timers that have become due: what fires sees the aged world. */
	age(ms: number): void {
		for (const age of this.agers) age(ms);
		this.timers.age(ms);
	}
}
