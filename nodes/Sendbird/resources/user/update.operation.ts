import { callOperation } from '../../../shared/operation';
import { path } from '../../../shared/transport/call';
import { userIdField } from '../../fields';
import { objectOf } from '../../shapes';
import { changedUser, nicknameField, profileUrlField, updateMore, USER_DOCS } from './userFields';

export const update = callOperation({
	name: 'Update',
	action: 'Update a user',
	description: 'Change what is filled in, and nothing else; also to deactivate a user or bring one back',
	documentation: `${USER_DOCS}/managing-users/update-a-user`,
	calls: ['PUT /v3/users/{user_id}'],
	fields: { userId: userIdField, nickname: nicknameField, profileUrl: profileUrlField, more: updateMore },
	retry: 'safe',
	check: ({ nickname, profileUrl, more }) =>
		Object.values(changedUser({ nickname, profileUrl, more })).every((value) => value === undefined)
			? { displayName: 'Additional Fields', message: 'nothing to change is filled in' }
			: undefined,
	request: ({ userId, ...rest }) => ({ method: 'PUT', path: path`/v3/users/${userId}`, body: changedUser(rest) }),
	outcome: objectOf,
});
