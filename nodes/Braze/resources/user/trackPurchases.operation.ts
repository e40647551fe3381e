import { batchStoryOperation } from '../../../shared/operation';
import { checkUser, userKey } from '../../userFields';
import { sendTracked, tracked } from './trackCalls';
import { checkObject } from './trackedObjects';
import { callKey, checkBatch, sizeOf, TRACK_PARALLEL, trackPurchasesFields } from './trackFields';

/** Braze counts each object, so a lost connection leaves the outcome unknown: nothing is sent a second time. */
export const trackPurchases = batchStoryOperation({
	name: 'Track Purchases',
	action: 'Track purchases of users',
	description: 'Record purchases, up to 75 a call; each item gets its own result, and none is ever sent twice',
	documentation: 'https://www.braze.com/docs/api/endpoints/user_data/post_user_track/',
	calls: ['POST /users/track', 'POST /users/track/bulk'],
	fields: trackPurchasesFields,
	check: (input) => checkUser(input) ?? checkBatch(input.more) ?? checkObject('purchases', input),
	retry: 'onlyIfNothingHappened',
	parallel: TRACK_PARALLEL,
	batch: { size: ({ more }) => sizeOf(more), together: ({ more }) => callKey(more), inTurn: userKey },
	story: async (inputs, door) => await sendTracked(inputs.map((input) => tracked('purchases', input)), inputs[0].more.bulk === true, door),
});
