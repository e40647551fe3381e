import { batchStoryOperation, success, type InputOf } from '../../../shared/operation';
import { callForEachKind, sendForAll } from '../../batchCalls';
import { subscriptionGroupField } from '../../dataPickFields';
import { inOneArray, outcomesOf } from '../../minorErrors';
import { checkMember, membershipKey, memberFields, moreField, MOST_MEMBERS, stateField, toldOf } from './memberFields';

const fields = { subscriptionGroupId: subscriptionGroupField, subscriptionState: stateField, ...memberFields, more: moreField };

const bodyOf = (inputs: Array<InputOf<typeof fields>>): object => {
	const [{ subscriptionGroupId, subscriptionState, identifyBy, more }] = inputs;
	return {
		subscription_group_id: subscriptionGroupId,
		subscription_state: subscriptionState,
		[identifyBy]: inputs.map(({ userId }) => userId),
		use_double_opt_in_logic: more.useDoubleOptIn,
	};
};

/** The first version of the endpoint: one group and one state a call. One user's two states go in two calls, in the order of the items. */
export const setStatus = batchStoryOperation({
	name: 'Set Status',
	action: 'Set the status of users in a subscription group',
	description: 'Subscribe or unsubscribe users, up to 50 a call of one group and one state',
	documentation: 'https://www.braze.com/docs/api/endpoints/subscription_groups/post_update_user_subscription_group_status/',
	calls: ['POST /subscription/status/set'],
	fields,
	check: checkMember,
	retry: 'safe',
	batch: { size: MOST_MEMBERS, together: ({ identifyBy }) => identifyBy, alone: membershipKey },
	story: async (all, door) => {
		const kindOf = (input: InputOf<typeof fields>): string => JSON.stringify([input.subscriptionGroupId, input.subscriptionState, input.more.useDoubleOptIn]);
		return await callForEachKind(all, kindOf, async (inputs) =>
			await sendForAll({
				inputs,
				call: { method: 'POST', path: '/subscription/status/set', body: bodyOf(inputs) },
				retry: 'safe',
				outcomes: (answer) => outcomesOf(answer, inputs.length, inOneArray(inputs.length, inputs[0].identifyBy), (index) => success(toldOf(inputs[index]))),
			}, door),
		);
	},
});
