import { callOperation, field } from '../../../shared/operation';
import { path } from '../../../shared/transport/call';
import { userIdField } from '../../fields';
import { USER_DOCS } from './userFields';

export const deleteMetadata = callOperation({
	name: 'Delete Metadata',
	action: 'Delete metadata of a user',
	description: 'Take one name, or all, out of a user\'s metadata',
	documentation: `${USER_DOCS}/managing-metadata/delete-user-metadata`,
	calls: ['DELETE /v3/users/{user_id}/metadata', 'DELETE /v3/users/{user_id}/metadata/{key}'],
	fields: {
		userId: userIdField,
		all: field.toggle({ displayName: 'All', description: 'Whether the whole metadata goes, not one name', initial: false }),
		key: field.shownWhen({ all: [false] }, field.requiredId({ displayName: 'Key' })),
	},
	retry: 'safe',
	dangerous: 'deletes',
	check: ({ all, key }) => (!all && key === undefined ? { displayName: 'Key', message: 'is missing' } : undefined),
	request: ({ userId, key }) => ({ method: 'DELETE', path: key === undefined ? path`/v3/users/${userId}/metadata` : path`/v3/users/${userId}/metadata/${key}` }),
	outcome: (_, { userId, key }) => ({ userId, key: key ?? null, deleted: true }),
});
