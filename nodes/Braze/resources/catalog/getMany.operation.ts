import { callOperation, limitFields, mostOf } from '../../../shared/operation';
import { rowsIn } from '../../paging';

export const getMany = callOperation({
	name: 'Get Many',
	action: 'Get many catalogs',
	description: 'List catalogs with their fields and how many items they hold',
	documentation: 'https://www.braze.com/docs/api/endpoints/catalogs/catalog_management/synchronous/get_list_catalogs/',
	calls: ['GET /catalogs'],
	fields: limitFields,
	retry: 'safe',
	request: () => ({ method: 'GET', path: '/catalogs' }),
	outcome: (answer) => rowsIn(answer, 'catalogs'),
	// Braze gives them all at once.
	page: { next: () => undefined, most: mostOf },
});
