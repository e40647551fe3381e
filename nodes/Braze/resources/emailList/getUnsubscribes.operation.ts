import { callOperation, field, mostOf } from '../../../shared/operation';
import { byOffset } from '../../offsetPaging';
import { rowsIn } from '../../paging';
import { addressListFields, addressListQuery, checkAddressList } from './listFields';

const sortDirection = field.choice({ displayName: 'Sort by Time', options: [{ name: 'Newest First', value: 'desc' }, { name: 'Oldest First', value: 'asc' }], initial: 'desc' });

export const getUnsubscribes = callOperation({
	name: 'Get Unsubscribes',
	action: 'Get unsubscribed email addresses',
	description: 'List addresses that unsubscribed, or look one up',
	documentation: 'https://www.braze.com/docs/api/endpoints/email/get_query_unsubscribed_email_addresses/',
	calls: ['GET /email/unsubscribes'],
	fields: { ...addressListFields, sortDirection },
	check: checkAddressList,
	retry: 'safe',
	request: (input) => ({ method: 'GET', path: '/email/unsubscribes', query: { ...addressListQuery(input), sort_direction: input.sortDirection } }),
	outcome: (answer) => rowsIn(answer, 'emails'),
	page: { next: byOffset('emails'), most: mostOf },
});
