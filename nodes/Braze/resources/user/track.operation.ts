import { batchStoryOperation } from '../../../shared/operation';
import { checkUser, userKey } from '../../userFields';
import { kindFields } from './kindFields';
import { sendTracked, tracked } from './trackCalls';
import { checkObject } from './trackedObjects';
import { callKey, checkBatch, mixedMoreField, sizeOf, TRACK_PARALLEL } from './trackFields';

/** Braze processes the attributes of a call first, then its events, then its purchases, whatever the order of the items. */
export const track = batchStoryOperation({
	name: 'Track',
	action: 'Track attributes and events and purchases together',
	description: 'Write attributes, events and purchases in the same calls, 75 objects counted together; each item is one of them and gets its own result',
	documentation: 'https://www.braze.com/docs/api/endpoints/user_data/post_user_track/',
	calls: ['POST /users/track', 'POST /users/track/bulk'],
	fields: { ...kindFields, more: mixedMoreField },
	check: (input) => checkUser(input) ?? checkBatch(input.more) ?? checkObject(input.kind, input),
	retry: 'onlyIfNothingHappened',
	parallel: TRACK_PARALLEL,
	batch: { size: ({ more }) => sizeOf(more), together: ({ more }) => callKey(more), inTurn: userKey },
	story: async (inputs, door) => await sendTracked(inputs.map((input) => tracked(input.kind, input)), inputs[0].more.bulk === true, door),
});
