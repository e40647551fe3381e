import { callOperation } from '../../../shared/operation';
import { userIdField } from '../../fields';
import { objectOf } from '../../shapes';
import { createMore, newUser, nicknameField, profileUrlField, USER_DOCS } from './userFields';

export const create = callOperation({
	name: 'Create',
	action: 'Create a user',
	description: 'Make a user; one that exists is a conflict (Create or Update takes both)',
	documentation: `${USER_DOCS}/creating-users/create-a-user`,
	calls: ['POST /v3/users'],
	fields: { userId: userIdField, nickname: nicknameField, profileUrl: profileUrlField, more: createMore },
	retry: 'onlyIfNothingHappened',
	request: (input) => ({ method: 'POST', path: '/v3/users', body: newUser(input) }),
	outcome: objectOf,
});
