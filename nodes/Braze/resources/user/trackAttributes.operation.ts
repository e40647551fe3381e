import { batchStoryOperation } from '../../../shared/operation';
import { checkUser, userKey } from '../../userFields';
import { sendTracked, tracked } from './trackCalls';
import { checkObject } from './trackedObjects';
import { callKey, checkBatch, sizeOf, TRACK_PARALLEL, trackAttributesFields } from './trackFields';

/** Sent again on a lost connection, unless a counter is in the call. */
export const trackAttributes = batchStoryOperation({
	name: 'Track Attributes',
	action: 'Track attributes of users',
	description: 'Write profile fields and custom attributes, up to 75 users a call; each item gets its own result',
	documentation: 'https://www.braze.com/docs/api/endpoints/user_data/post_user_track/',
	calls: ['POST /users/track', 'POST /users/track/bulk'],
	fields: trackAttributesFields,
	check: (input) => checkUser(input) ?? checkBatch(input.more) ?? checkObject('attributes', input),
	retry: 'safe',
	parallel: TRACK_PARALLEL,
	batch: { size: ({ more }) => sizeOf(more), together: ({ more }) => callKey(more), inTurn: userKey },
	story: async (inputs, door) => await sendTracked(inputs.map((input) => tracked('attributes', input)), inputs[0].more.bulk === true, door),
});
