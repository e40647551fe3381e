import { callOperation, mostOf } from '../../../shared/operation';
import { byOffset } from '../../offsetPaging';
import { rowsIn } from '../../paging';
import { addressListFields, addressListQuery, checkAddressList } from './listFields';

export const getHardBounces = callOperation({
	name: 'Get Hard Bounces',
	action: 'Get hard bounced email addresses',
	description: 'List addresses that bounced for good, newest first, or look one up',
	documentation: 'https://www.braze.com/docs/api/endpoints/email/get_list_hard_bounces/',
	calls: ['GET /email/hard_bounces'],
	fields: addressListFields,
	check: checkAddressList,
	retry: 'safe',
	request: (input) => ({ method: 'GET', path: '/email/hard_bounces', query: addressListQuery(input) }),
	outcome: (answer) => rowsIn(answer, 'emails'),
	page: { next: byOffset('emails'), most: mostOf },
});
