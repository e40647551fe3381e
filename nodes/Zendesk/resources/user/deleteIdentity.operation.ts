import { callOperation } from '../../../shared/operation';
import { path } from '../../../shared/transport/call';
import { identityIdField } from './identityFields';
import { userIdField } from './userBody';

export const deleteIdentity = callOperation({
	name: 'Delete Identity',
	action: 'Delete an identity of a user',
	description: 'Let Zendesk forget an e-mail, phone or account of a user',
	documentation: 'https://developer.zendesk.com/api-reference/ticketing/users/user_identities/#delete-identity',
	calls: ['DELETE /api/v2/users/{user_id}/identities/{user_identity_id}'],
	dangerous: 'deletes',
	fields: { userId: userIdField, identityId: identityIdField },
	retry: 'safe',
	request: ({ userId, identityId }) => ({ method: 'DELETE', path: path`/api/v2/users/${userId}/identities/${identityId}` }),
	outcome: (_, { userId, identityId }) => ({ id: identityId, userId, deleted: true }),
});
