import { callOperation, field } from '../../../shared/operation';
import { path } from '../../../shared/transport/call';
import { userIdField } from '../../fields';
import { objectOf } from '../../shapes';
import { USER_DOCS } from './userFields';

export const get = callOperation({
	name: 'Get',
	action: 'Get a user',
	description: 'Read a user with its metadata',
	documentation: `${USER_DOCS}/listing-users/get-a-user`,
	calls: ['GET /v3/users/{user_id}'],
	fields: {
		userId: userIdField,
		includeUnreadCount: field.toggle({ displayName: 'Include Unread Count', description: 'Whether the numbers of unread messages and of channels with any are read too', initial: false }),
	},
	retry: 'safe',
	request: ({ userId, includeUnreadCount }) => ({ method: 'GET', path: path`/v3/users/${userId}`, query: includeUnreadCount ? { include_unread_count: true } : undefined }),
	outcome: objectOf,
});
