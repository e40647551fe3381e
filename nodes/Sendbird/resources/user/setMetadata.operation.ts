import { callOperation } from '../../../shared/operation';
import { path } from '../../../shared/transport/call';
import { metadata, userIdField } from '../../fields';
import { objectOf } from '../../shapes';
import { USER_DOCS } from './userFields';

export const setMetadata = callOperation({
	name: 'Set Metadata',
	action: 'Set metadata of a user',
	description: 'Add names and texts to a user\'s metadata, or change those there; others stay',
	documentation: `${USER_DOCS}/managing-metadata/update-user-metadata`,
	calls: ['PUT /v3/users/{user_id}/metadata'],
	fields: { userId: userIdField, metadata: metadata({ displayName: 'Metadata', description: 'Names and texts' }) },
	retry: 'safe',
	check: (input) => (Object.keys(input.metadata).length === 0 ? { displayName: 'Metadata', message: 'is missing' } : undefined),
	request: (input) => ({ method: 'PUT', path: path`/v3/users/${input.userId}/metadata`, body: { metadata: input.metadata, upsert: true } }),
	outcome: (answer, { userId }) => ({ userId, metadata: objectOf(answer) }),
});
