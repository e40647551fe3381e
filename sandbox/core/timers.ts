/* eslint-disable @n8n/community-nodes/no-restricted-globals -- the sandbox is a server of its own, not a node */

interface Timer {
	dueAt: number;
	run: () => void;
	handle: NodeJS.Timeout;
}

/** Everything that is to happen later, so that ageing the world can make it happen now and a reset can forget it. */
export class Timers {
	private readonly pending = new Set<Timer>();

	/** `ms` is the vendor's own wait; `factor` (below 1) shortens the real one. */
	constructor(private readonly factor: number) {}

	after(ms: number, run: () => void): void {
		const timer: Timer = {
			dueAt: Date.now() + ms,
			run,
			handle: setTimeout(() => this.fire(timer), ms * this.factor),
		};
		timer.handle.unref();
		this.pending.add(timer);
	}

	age(ms: number): void {
		for (const timer of [...this.pending]) {
			timer.dueAt -= ms;
			if (timer.dueAt <= Date.now()) this.fire(timer);
		}
	}

	clear(): void {
		for (const timer of this.pending) clearTimeout(timer.handle);
		this.pending.clear();
	}

	private fire(timer: Timer): void {
		clearTimeout(timer.handle);
		if (this.pending.delete(timer)) timer.run();
	}
}
