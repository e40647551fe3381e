import { addressOperation } from './addressOperation';

export const removeHardBounces = addressOperation({
	name: 'Remove Hard Bounces',
	action: 'Remove addresses from the hard bounce list',
	description: 'Take addresses off the list of hard bounces, up to 50 a call, so that they can be sent to again',
	documentation: 'https://www.braze.com/docs/api/endpoints/email/post_remove_hard_bounces/',
	endpoint: 'POST /email/bounce/remove',
	done: { removedFromHardBounces: true },
});
