import { batchStoryOperation } from '../../../shared/operation';
import { checkUser, userKey } from '../../userFields';
import { sendTracked, tracked } from './trackCalls';
import { checkObject } from './trackedObjects';
import { callKey, checkBatch, sizeOf, TRACK_PARALLEL, trackEventsFields } from './trackFields';

/** Braze counts each object, so a lost connection leaves the outcome unknown: nothing is sent a second time. */
export const trackEvents = batchStoryOperation({
	name: 'Track Events',
	action: 'Track custom events of users',
	description: 'Record custom events, up to 75 a call; each item gets its own result, and none is ever sent twice',
	documentation: 'https://www.braze.com/docs/api/endpoints/user_data/post_user_track/',
	calls: ['POST /users/track', 'POST /users/track/bulk'],
	fields: trackEventsFields,
	check: (input) => checkUser(input) ?? checkBatch(input.more) ?? checkObject('events', input),
	retry: 'onlyIfNothingHappened',
	parallel: TRACK_PARALLEL,
	batch: { size: ({ more }) => sizeOf(more), together: ({ more }) => callKey(more), inTurn: userKey },
	story: async (inputs, door) => await sendTracked(inputs.map((input) => tracked('events', input)), inputs[0].more.bulk === true, door),
});
