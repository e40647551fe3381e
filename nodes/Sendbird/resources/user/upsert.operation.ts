import { storyOperation } from '../../../shared/operation';
import { path } from '../../../shared/transport/call';
import type { Attempt, Door } from '../../../shared/transport/door';
import { FailureError } from '../../../shared/transport/failure';
import { userIdField } from '../../fields';
import { objectOf } from '../../shapes';
import { changedUser, createMore, newUser, nicknameField, profileUrlField, USER_DOCS } from './userFields';

/** Both come as HTTP 400: the code tells. */
const EXISTS = '400202';
const UNKNOWN_USER = '400301';

const failedWith = (result: Attempt, code: string): boolean => !result.ok && result.failure.code === code;

async function setMetadata(door: Door, userId: string, metadata: Record<string, string>): Promise<void> {
	await door.send({ method: 'PUT', path: path`/v3/users/${userId}/metadata`, body: { metadata, upsert: true } }, 'safe');
}

/** Safe to repeat, whatever happens in between: a create that was not heard of ends in the update. */
export const upsert = storyOperation({
	name: 'Create or Update',
	action: 'Create or update a user',
	description: 'Update a user, or make it where Sendbird has none of this ID (upsert)',
	documentation: `${USER_DOCS}/creating-users/create-a-user`,
	calls: ['PUT /v3/users/{user_id}', 'POST /v3/users', 'PUT /v3/users/{user_id}/metadata'],
	fields: { userId: userIdField, nickname: nicknameField, profileUrl: profileUrlField, more: createMore },
	retry: 'safe',
	inTurn: ({ userId }) => userId,
	story: async (input, door) => {
		const { userId, nickname, profileUrl, more } = input;
		const { metadata = {}, ...others } = more;
		const change = async (): Promise<Attempt> =>
			await door.attempt({ method: 'PUT', path: path`/v3/users/${userId}`, body: changedUser({ nickname, profileUrl, more: others }) }, 'safe');

		let done = await change();
		const isNew = failedWith(done, UNKNOWN_USER);
		if (isNew) done = await door.attempt({ method: 'POST', path: '/v3/users', body: newUser(input) }, 'safe');
		// Somebody else made it in the meantime, or our own first try did.
		const wasFirst = isNew && !failedWith(done, EXISTS);
		if (isNew && !wasFirst) done = await change();
		if (!done.ok) throw new FailureError(done.failure);
		const user = objectOf(done.answer);
		if (wasFirst) return { ...user, upserted: 'created' };
		if (Object.keys(metadata).length === 0) return { ...user, upserted: 'updated' };
		// The update's answer was made before.
		await setMetadata(door, userId, metadata);
		return { ...user, metadata: { ...Object(user.metadata), ...metadata }, upserted: 'updated' };
	},
});
