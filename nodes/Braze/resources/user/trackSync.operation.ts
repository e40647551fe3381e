import type { IDataObject } from 'n8n-workflow';
import { storyOperation } from '../../../shared/operation';
import { z } from '../../../shared/schema';
import { FailureError } from '../../../shared/transport/failure';
import { minorFailure } from '../../minorErrors';
import { checkUser, userKey } from '../../userFields';
import { kindFields } from './kindFields';
import { checkObject, mayBeRepeated, objectOf } from './trackedObjects';
import { singleMoreField } from './trackFields';

const done = z.object({ users: z.array(z.record(z.unknown())).default([]) });

/** Beta at Braze, 500 calls a minute. Items of one user go one after the other, each after the answer to the one before. */
export const trackSync = storyOperation({
	name: 'Track Synchronously',
	action: 'Track one object and wait for the result',
	description: 'Write attributes, an event or a purchase, and get what stands in the profile afterwards; one object a call (beta)',
	documentation: 'https://www.braze.com/docs/api/endpoints/user_data/post_user_track_synchronous/',
	calls: ['POST /users/track/sync'],
	fields: { ...kindFields, more: singleMoreField },
	check: (input) => checkUser(input) ?? checkObject(input.kind, input),
	retry: 'onlyIfNothingHappened',
	inTurn: userKey,
	async story(input, door) {
		const call = { method: 'POST' as const, path: '/users/track/sync', body: { [input.kind]: [objectOf(input.kind, input)] } };
		const answer = await door.send(call, mayBeRepeated(input.kind, input) ? 'safe' : 'onlyIfNothingHappened');
		const failure = minorFailure(answer);
		if (failure !== undefined) throw new FailureError(failure);
		const { users } = done.parse(answer.body);
		// Empty where Braze knows no such user and was told to make none: nothing was written.
		return { userId: input.userId, identifiedBy: input.identifyBy, found: users.length > 0, ...(users[0] as IDataObject | undefined) };
	},
});
