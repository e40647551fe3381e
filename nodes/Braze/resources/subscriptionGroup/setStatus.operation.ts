import { batchOperation, success } from '../../../shared/operation';
import { subscriptionGroupField } from '../../dataPickFields';
import { inOneArray, outcomesOf } from '../../minorErrors';
import { checkMember, doubleOptInField, memberFields, MOST_MEMBERS, stateField } from './memberFields';

const fields = { subscriptionGroupId: subscriptionGroupField, subscriptionState: stateField, ...memberFields, useDoubleOptIn: doubleOptInField };

/** The first version of the endpoint: one group and one state a call. */
export const setStatus = batchOperation({
	name: 'Set Status',
	action: 'Set the status of users in a subscription group',
	description: 'Subscribe or unsubscribe users, up to 50 a call of one group and one state',
	documentation: 'https://www.braze.com/docs/api/endpoints/subscription_groups/post_update_user_subscription_group_status/',
	calls: ['POST /subscription/status/set'],
	fields,
	check: checkMember,
	retry: 'safe',
	parallel: 1,
	batch: {
		size: MOST_MEMBERS,
		together: ({ subscriptionGroupId, subscriptionState, identifyBy, useDoubleOptIn }) => JSON.stringify([subscriptionGroupId, subscriptionState, identifyBy, useDoubleOptIn]),
	},
	request: (inputs) => {
		const [{ subscriptionGroupId, subscriptionState, identifyBy, useDoubleOptIn }] = inputs;
		return {
			method: 'POST',
			path: '/subscription/status/set',
			body: {
				subscription_group_id: subscriptionGroupId,
				subscription_state: subscriptionState,
				[identifyBy]: inputs.map(({ userId }) => userId),
				use_double_opt_in_logic: useDoubleOptIn,
			},
		};
	},
	outcomes: (answer, inputs) =>
		outcomesOf(answer, inputs.length, inOneArray(inputs.length, inputs[0].identifyBy), (index) => {
			const { userId, identifyBy, subscriptionGroupId, subscriptionState } = inputs[index];
			return success({ userId, identifiedBy: identifyBy, subscriptionGroupId, subscriptionState, accepted: true });
		}),
});
