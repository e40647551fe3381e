/** @typedef {import('../../sandbox/control/types').SandboxEvent} SandboxEvent */

/** The sandbox's events as they happen: kept, handed to listeners, and a way to wait for the next one. */
export class EventFeed {
	/** @type {SandboxEvent[]} */
	all = [];

	#control;

	#listeners = new Set();

	#open = true;

	/** @param {import('./controlClient.mjs').ControlClient} control */
	constructor(control) {
		this.#control = control;
		this.finished = this.#follow();
	}

	async #follow() {
		while (this.#open) {
			const page = await this.#control.events(this.all.at(-1)?.id ?? 0, 1000).catch((error) => {
				if (this.#open) throw error;
				return { events: [] };
			});
			this.all.push(...page.events);
			for (const event of page.events) for (const listener of [...this.#listeners]) listener(event);
		}
	}

	/** @returns {() => void} ends it */
	listen(listener) {
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	}

	/** Resolves at the next event, or after `ms` without one. */
	next(ms = 500) {
		return new Promise((resolve) => {
			const finish = () => {
				stop();
				clearTimeout(timer);
				resolve();
			};
			const stop = this.listen(finish);
			const timer = setTimeout(finish, ms);
		});
	}

	/** The position to ask {@link since} from later. */
	get mark() {
		return this.all.length;
	}

	since(mark) {
		return this.all.slice(mark);
	}

	async close() {
		this.#open = false;
		await this.finished;
	}
}
