/**
 * Order among calls that go side by side: one that holds a key of an earlier one waits until that is done.
 * Calls must ask in their order; each gets the function that says it is done.
 */
export function turns<T>(keyOf: ((entry: T) => string) | undefined): (entries: T[]) => Promise<() => void> {
	if (keyOf === undefined) return async () => () => undefined;
	const last = new Map<string, Promise<void>>();
	return async (entries) => {
		const keys = new Set(entries.map(keyOf));
		const earlier = new Set<Promise<void>>();
		for (const key of keys) {
			const before = last.get(key);
			if (before !== undefined) earlier.add(before);
		}
		let done = (): void => undefined;
		const mine = new Promise<void>((resolve) => {
			done = resolve;
		});
		for (const key of keys) last.set(key, mine);
		await Promise.all(earlier);
		return () => {
			done();
			for (const key of keys) if (last.get(key) === mine) last.delete(key);
		};
	};
}
