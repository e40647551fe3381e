const MOST_KEYS = 10_000;

/**
 * Keys of deliveries that this process took lately. Only for triggers that answer at once: where the answer waits for the workflow, every repeat must run again.
 * It forgets at a restart and is not shared between processes, so it spares work and promises nothing; what follows must be idempotent.
 */
export class Repeats {
	private readonly seen = new Map<string, number>();

	constructor(private readonly keepMs = 60 * 60 * 1000) {}

	/** True the second time a key comes within the time kept. */
	isRepeat(key: string, now = Date.now()): boolean {
		const before = this.seen.get(key);
		if (before !== undefined && now - before < this.keepMs) return true;
		this.seen.delete(key);
		this.seen.set(key, now);
		if (this.seen.size > MOST_KEYS) {
			const [oldest] = this.seen.keys();
			this.seen.delete(oldest);
		}
		return false;
	}
}
