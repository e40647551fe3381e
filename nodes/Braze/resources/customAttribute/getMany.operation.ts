import { callOperation, limitFields, mostOf } from '../../../shared/operation';
import { byLink, rowsIn } from '../../paging';

/** 50 a page; the next one is named in the `Link` header. Braze takes 1,000 such calls an hour. */
export const getMany = callOperation({
	name: 'Get Many',
	action: 'Get many custom attributes',
	description: 'List custom attributes with data type, longest array, description, status and tags',
	documentation: 'https://www.braze.com/docs/api/endpoints/export/custom_attributes/get_custom_attributes/',
	calls: ['GET /custom_attributes'],
	fields: limitFields,
	retry: 'safe',
	request: () => ({ method: 'GET', path: '/custom_attributes' }),
	outcome: (answer) => rowsIn(answer, 'attributes'),
	page: { next: byLink, most: mostOf },
});
