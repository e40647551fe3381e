/** `work` over all entries, at most `limit` at once, results in the order of the entries. */
export async function mapLimited<T, R>(entries: readonly T[], limit: number, work: (entry: T) => Promise<R>): Promise<R[]> {
	const results = new Array<R>(entries.length);
	let next = 0;
	const worker = async (): Promise<void> => {
		while (next < entries.length) {
			const index = next++;
			results[index] = await work(entries[index]);
		}
	};
	await Promise.all(Array.from({ length: Math.min(Math.max(1, limit), entries.length) }, worker));
	return results;
}
