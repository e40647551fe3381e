import { batchOperation, field, success } from '../../../shared/operation';
import { inOneArray, outcomesOf } from '../../minorErrors';
import { checkStart, startBody, startFields } from './activityFields';

/** Items that differ in anything but the user have calls of their own. */
export const start = batchOperation({
	name: 'Start',
	action: 'Start a live activity for users',
	description: 'Start an iOS Live Activity, up to 50 users a call; unknown users get nothing, and Braze does not say so',
	documentation: 'https://www.braze.com/docs/api/endpoints/messaging/live_activity/start/',
	calls: ['POST /messages/live_activity/start'],
	fields: { userId: field.requiredId({ displayName: 'User ID', description: 'The external ID of the user', placeholder: 'cust-42' }), ...startFields },
	check: checkStart,
	retry: 'onlyIfNothingHappened',
	batch: { size: 50, together: (input) => JSON.stringify(startBody(input)), alone: ({ userId }) => userId },
	request: (inputs) => ({ method: 'POST', path: '/messages/live_activity/start', body: { ...startBody(inputs[0]), external_user_ids: inputs.map(({ userId }) => userId) } }),
	outcomes: (answer, inputs) =>
		outcomesOf(answer, inputs.length, inOneArray(inputs.length, 'external_user_ids'), (index) => success({ activityId: inputs[index].activityId, userId: inputs[index].userId, accepted: true })),
});
