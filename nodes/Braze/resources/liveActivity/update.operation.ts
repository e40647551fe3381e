import { callOperation } from '../../../shared/operation';
import { minorFailure } from '../../minorErrors';
import { updateBody, updateFields } from './activityFields';

/** Whoever has the activity gets the update. With a notification a repeat would alert twice. */
export const update = callOperation({
	name: 'Update',
	action: 'Update or end a live activity',
	description: 'Change the content of an iOS Live Activity, or end it, for everyone who has it',
	documentation: 'https://www.braze.com/docs/api/endpoints/messaging/live_activity/update/',
	calls: ['POST /messages/live_activity/update'],
	dangerous: 'broadcasts',
	fields: updateFields,
	check: ({ contentState }) => (Object.keys(contentState).length === 0 ? { displayName: 'Content State', message: 'is empty' } : undefined),
	retry: 'onlyIfNothingHappened',
	request: (input) => ({ method: 'POST', path: '/messages/live_activity/update', body: updateBody(input) }),
	classify: minorFailure,
	outcome: (_, { activityId, more }) => ({ activityId, accepted: true, ended: more.endActivity === true }),
});
