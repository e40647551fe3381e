const lastOfKey = new Map<string, Promise<unknown>>();

/**
 * Work with the same key runs one after the other, in the order of the calls. It holds for this process only: other n8n workers are not waited for,
 * so what stands behind it must be idempotent all the same.
 */
export async function inTurn<T>(key: string, work: () => Promise<T>): Promise<T> {
	const before = lastOfKey.get(key) ?? Promise.resolve();
	const mine = before.then(work, work);
	const settled = mine.catch(() => undefined);
	lastOfKey.set(key, settled);
	void settled.then(() => {
		if (lastOfKey.get(key) === settled) lastOfKey.delete(key);
	});
	return await mine;
}
