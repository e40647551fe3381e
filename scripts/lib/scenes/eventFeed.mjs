/** @typedef {import('../../../sandbox/control/types').SandboxEvent} SandboxEvent */

/** The sandbox's events as they happen: kept, handed to listeners, and a way to wait for the next one. */
export class EventFeed {
	/** @type {SandboxEvent[]} */
	all = [];

	#control;

	#listeners = new Set();

	#open = true;

	#last;

	/** Begins with what happens from now on. @param {import('../world/controlClient.mjs').ControlClient} control */
	static async open(control) {
		return new EventFeed(control, (await control.events(Number.MAX_SAFE_INTEGER)).last);
	}

	constructor(control, last) {
		this.#control = control;
		this.#last = last;
		this.finished = this.#follow();
	}

	async #follow() {
		while (this.#open) {
			const page = await this.#control.events(this.#last, 1000).catch((error) => {
				if (this.#open) throw error;
				return { events: [] };
			});
			this.#last = page.events.at(-1)?.id ?? this.#last;
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
