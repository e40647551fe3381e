import { batchOperation, success, type InputOf } from '../../../shared/operation';
import { subscriptionGroupField } from '../../dataPickFields';
import { outcomesOf } from '../../minorErrors';
import { checkMember, membershipKey, memberFields, moreField, MOST_MEMBERS, stateField, toldOf } from './memberFields';

const fields = { subscriptionGroupId: subscriptionGroupField, subscriptionState: stateField, ...memberFields, more: moreField };
type Input = InputOf<typeof fields>;

const LISTS = { external_id: 'external_ids', email: 'emails', phone: 'phones' } as const;

const groupKey = ({ subscriptionGroupId, subscriptionState, more }: Input): string => JSON.stringify([subscriptionGroupId, subscriptionState, more.useDoubleOptIn]);

/** One entry for each group and state, in the order in which they first come. */
function groupsOf(inputs: Input[]): Array<Record<string, unknown>> {
	const entries = new Map<string, Input[]>();
	for (const input of inputs) entries.set(groupKey(input), [...(entries.get(groupKey(input)) ?? []), input]);
	return [...entries.values()].map((members) => ({
		subscription_group_id: members[0].subscriptionGroupId,
		subscription_state: members[0].subscriptionState,
		[LISTS[members[0].identifyBy]]: members.map(({ userId }) => userId),
		use_double_opt_in_logic: members[0].more.useDoubleOptIn,
	}));
}

/** Emails and phones never share a call. One user's two states in one group go in two calls, in the order of the items. */
export const setStatusV2 = batchOperation({
	name: 'Set Status (V2)',
	action: 'Set the status of users in several subscription groups',
	description: 'Subscribe or unsubscribe users, up to 50 a call of any groups and states together',
	documentation: 'https://www.braze.com/docs/api/endpoints/subscription_groups/post_update_user_subscription_group_status_v2/',
	calls: ['POST /v2/subscription/status/set'],
	fields,
	check: checkMember,
	retry: 'safe',
	batch: { size: MOST_MEMBERS, together: ({ identifyBy }) => identifyBy, alone: membershipKey },
	request: (inputs) => ({ method: 'POST', path: '/v2/subscription/status/set', body: { subscription_groups: groupsOf(inputs) } }),
	// An index may count groups or users: it is no one's place here, so an error makes its call unknown.
	outcomes: (answer, inputs) => outcomesOf(answer, inputs.length, () => (inputs.length === 1 ? 0 : undefined), (index) => success(toldOf(inputs[index]))),
});
