import { callOperation } from '../../../shared/operation';
import { path } from '../../../shared/transport/call';
import { userIdField } from '../../fields';
import { USER_DOCS } from './userFields';

/** A repeat would be told that there is no such user, so a lost answer is reported and not repeated. */
export const deleteUser = callOperation({
	name: 'Delete',
	action: 'Delete a user',
	description: 'Delete a user for good; to switch one off only, use Update with Is Active',
	documentation: `${USER_DOCS}/managing-users/delete-a-user`,
	calls: ['DELETE /v3/users/{user_id}'],
	fields: { userId: userIdField },
	retry: 'onlyIfNothingHappened',
	dangerous: 'deletes',
	request: ({ userId }) => ({ method: 'DELETE', path: path`/v3/users/${userId}` }),
	outcome: (_, { userId }) => ({ userId, deleted: true }),
});
