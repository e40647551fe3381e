import type { Rule } from '../../control/types';
import type { JsonObject } from '../json';
import { BodyRefusal } from '../route';
import { documented } from '../rules';
import type { Catalog, CatalogState } from './catalogState';

/** Texts of the errors whose wording Braze shows; the ids of the others are documented, their texts are the sandbox's own. */
const MESSAGES: Record<string, string> = {
	'catalog-name-already-exists': 'A catalog with that name already exists',
	'catalog-not-found': 'Could not find catalog',
	'invalid-fields': 'Some of the fields given do not exist in the catalog',
	'invalid-cursor': "'cursor' is not valid",
};

/** Catalogs answer errors in a form of their own: an id, and which value of which parameter was wrong. */
export function catalogRefusal(status: number, id: string, parameters: JsonObject = {}, text?: string): BodyRefusal {
	const rule: Rule = documented(`${id}: ${status}${id in MESSAGES || text !== undefined ? '' : '; the wording is the sandbox’s own'}`);
	const error = { id, message: MESSAGES[id] ?? text ?? id.replaceAll('-', ' '), parameters: Object.keys(parameters), parameter_values: Object.values(parameters) };
	return new BodyRefusal(status, { errors: [error], message: 'Invalid Request' }, rule);
}

/** The catalog of the path, or Braze's 404. */
export function requireCatalog(catalogs: CatalogState, name: string): Catalog {
	const catalog = catalogs.find(name);
	if (catalog === undefined) throw catalogRefusal(404, 'catalog-not-found', { catalog_name: name });
	return catalog;
}
