import type { IDataObject } from 'n8n-workflow';
import { callOperation, limitFields, mostOf } from '../../../shared/operation';
import { path } from '../../../shared/transport/call';
import { nextByCursor, pageSize } from '../../cursorPaging';
import { rowsIn } from '../../rows';
import { userIdField } from './userBody';

export const listIdentities = callOperation({
	name: 'List Identities',
	action: 'List the identities of a user',
	description: 'Read the e-mails, phones and accounts by which Zendesk knows a user, each as an item',
	documentation: 'https://developer.zendesk.com/api-reference/ticketing/users/user_identities/#list-identities',
	calls: ['GET /api/v2/users/{user_id}/identities'],
	fields: { userId: userIdField, ...limitFields },
	retry: 'safe',
	request: ({ userId, ...limits }) => ({ method: 'GET', path: path`/api/v2/users/${userId}/identities`, query: pageSize(limits) }),
	page: { next: nextByCursor, most: mostOf },
	outcome: (answer): IDataObject[] => rowsIn(answer, 'identities'),
});
