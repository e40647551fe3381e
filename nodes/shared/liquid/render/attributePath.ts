const STEP = /([^.[\]]+)|\[(\d+)\]/g;

/**
 * `${a.b}` and `${items[0].name}` name a value inside an attribute when no attribute has that whole name.
 * Returns the steps, or undefined for a plain name.
 */
export function attributePath(name: string): Array<string | number> | undefined {
	if (!name.includes('.') && !name.includes('[')) return undefined;
	return [...name.matchAll(STEP)].map(([, key, index]) => (index === undefined ? key : Number(index)));
}
