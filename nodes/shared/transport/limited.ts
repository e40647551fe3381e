export interface Limited<T> {
	/** Begun at once where there is room, else when its turn comes. */
	add(entry: T): void;
	/** When all that was added is done; throws what the first failed work threw. */
	finished(): Promise<void>;
}

/** `work` over entries that come one by one, at most `limit` at once, begun in their order. */
export function limited<T>(limit: number, work: (entry: T) => Promise<void>): Limited<T> {
	const waiting: T[] = [];
	const begun: Array<Promise<void>> = [];
	let working = 0;
	let broken: { error: unknown } | undefined;

	async function workOn(): Promise<void> {
		try {
			for (let entry = waiting.shift(); entry !== undefined && broken === undefined; entry = waiting.shift()) await work(entry);
		} catch (error) {
			broken ??= { error };
		}
		working--;
	}

	return {
		add(entry) {
			waiting.push(entry);
			if (working >= Math.max(1, limit)) return;
			working++;
			begun.push(workOn());
		},
		async finished() {
			await Promise.all(begun);
			if (broken) throw broken.error;
		},
	};
}
