import { callOperation, limitFields, mostOf } from '../../../shared/operation';
import { rowsIn } from '../../paging';

export const getMany = callOperation({
	name: 'Get Many',
	action: 'Get many preference centers',
	description: 'List preference centers with name and ID; without their pages',
	documentation: 'https://www.braze.com/docs/api/endpoints/preference_center/get_list_preference_center/',
	calls: ['GET /preference_center/v1/list'],
	fields: limitFields,
	retry: 'safe',
	request: () => ({ method: 'GET', path: '/preference_center/v1/list' }),
	outcome: (answer) => rowsIn(answer, 'preference_centers'),
	// Braze gives them all at once.
	page: { next: () => undefined, most: mostOf },
});
