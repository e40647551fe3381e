/* eslint-disable @n8n/community-nodes/no-restricted-globals -- the sandbox is a server of its own, not a node */
import type { Millis } from '../types';

/** A timer holds no longer wait. */
const LONGEST: Millis = 2 ** 31 - 1;

interface Due {
	at: Millis;
	run: () => void;
	timer?: NodeJS.Timeout;
}

/** What people have set for a day and a minute. Unlike a vendor's own waits these are not shortened; ageing the world reaches them. */
export class Schedule {
	private readonly pending = new Map<number, Due>();

	at(id: number, at: Millis, run: () => void): void {
		this.cancel(id);
		const due: Due = { at, run };
		this.pending.set(id, due);
		this.wait(id, due);
	}

	cancel(id: number): void {
		clearTimeout(this.pending.get(id)?.timer);
		this.pending.delete(id);
	}

	age(ms: Millis): void {
		for (const [id, due] of [...this.pending]) {
			due.at -= ms;
			this.wait(id, due);
		}
	}

	clear(): void {
		for (const id of [...this.pending.keys()]) this.cancel(id);
	}

	private wait(id: number, due: Due): void {
		clearTimeout(due.timer);
		const left = due.at - Date.now();
		if (left <= 0) {
			this.pending.delete(id);
			due.run();
		} else {
			due.timer = setTimeout(() => this.wait(id, due), Math.min(left, LONGEST));
			due.timer.unref();
		}
	}
}
