import type { Json } from '../json';
import { isArrayChange } from './catalogItemInput';
import type { Catalog, CatalogItem } from './catalogState';

const list = (value: Json | undefined): Json[] => (Array.isArray(value) ? value : []);
const same = (a: Json, b: Json): boolean => JSON.stringify(a) === JSON.stringify(b);

/** `$remove` first, then `$add`; an element that is there already is not added again. */
function changedArray(before: Json | undefined, { $add, $remove }: { $add?: Json; $remove?: Json }): Json[] {
	const kept = list(before).filter((value) => !list($remove).some((gone) => same(gone, value)));
	return [...kept, ...list($add).filter((value) => !kept.some((there) => same(there, value)))];
}

/** PATCH: fields that are not given stay; null clears one. False where there is no such item. */
export function editItem(catalog: Catalog, { id, ...changes }: CatalogItem): boolean {
	const item = catalog.items.get(id);
	if (item === undefined) return false;
	for (const [name, value] of Object.entries(changes)) {
		if (value === null) delete item[name];
		else item[name] = isArrayChange(value) ? changedArray(item[name], value) : value;
	}
	return true;
}
