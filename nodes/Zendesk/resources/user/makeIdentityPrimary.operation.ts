import type { IDataObject } from 'n8n-workflow';
import { callOperation } from '../../../shared/operation';
import { path } from '../../../shared/transport/call';
import { rowsIn } from '../../rows';
import { identityIdField } from './identityFields';
import { userIdField } from './userBody';

export const makeIdentityPrimary = callOperation({
	name: 'Make Identity Primary',
	action: 'Make an identity the primary one',
	description: 'Choose the identity that Zendesk shows and writes to first; gives all of the user\'s identities',
	documentation: 'https://developer.zendesk.com/api-reference/ticketing/users/user_identities/#make-identity-primary',
	calls: ['PUT /api/v2/users/{user_id}/identities/{user_identity_id}/make_primary'],
	fields: { userId: userIdField, identityId: identityIdField },
	retry: 'safe',
	request: ({ userId, identityId }) => ({ method: 'PUT', path: path`/api/v2/users/${userId}/identities/${identityId}/make_primary` }),
	outcome: (answer): IDataObject[] => rowsIn(answer, 'identities'),
});
