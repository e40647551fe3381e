import { callOperation } from '../../../shared/operation';
import { path } from '../../../shared/transport/call';
import { userIdField } from './userBody';

export const deleteUser = callOperation({
	name: 'Delete',
	action: 'Delete a user',
	description: 'Delete a user, who then cannot be restored; refused by Zendesk while the user has open tickets',
	documentation: 'https://developer.zendesk.com/api-reference/ticketing/users/users/#delete-user',
	calls: ['DELETE /api/v2/users/{user_id}'],
	dangerous: 'deletes',
	fields: { userId: userIdField },
	retry: 'safe',
	request: ({ userId }) => ({ method: 'DELETE', path: path`/api/v2/users/${userId}` }),
	outcome: (_, { userId }) => ({ id: userId, deleted: true }),
});
