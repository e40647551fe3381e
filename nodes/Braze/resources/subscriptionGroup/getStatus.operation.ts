import { batchOperation, failed, success } from '../../../shared/operation';
import { z } from '../../../shared/schema';
import { subscriptionGroupField } from '../../dataPickFields';
import { checkMember, memberFields, MOST_MEMBERS } from './memberFields';

const told = z.object({ status: z.record(z.string()) }, { invalid_type_error: 'it is no JSON object' });

/** Given an external ID Braze looks at nothing else, so each kind has its own calls. */
export const getStatus = batchOperation({
	name: 'Get Status',
	action: 'Get the status of users in a subscription group',
	description: 'Read whether users are Subscribed, Unsubscribed or Unknown in one subscription group, up to 50 a call',
	documentation: 'https://www.braze.com/docs/api/endpoints/subscription_groups/get_list_user_subscription_group_status/',
	calls: ['GET /subscription/status/get'],
	fields: { subscriptionGroupId: subscriptionGroupField, ...memberFields },
	check: checkMember,
	retry: 'safe',
	batch: { size: MOST_MEMBERS, together: ({ subscriptionGroupId, identifyBy }) => JSON.stringify([subscriptionGroupId, identifyBy]) },
	request: (inputs) => {
		const [{ subscriptionGroupId, identifyBy }] = inputs;
		const users = [...new Set(inputs.map(({ userId }) => userId))];
		return { method: 'GET', path: '/subscription/status/get', query: { subscription_group_id: subscriptionGroupId, [identifyBy]: users } };
	},
	outcomes: (answer, inputs) => {
		const { status } = told.parse(answer.body);
		return inputs.map(({ userId, identifyBy, subscriptionGroupId }) => {
			// Braze may write the name its own way: addresses in small letters.
			const found = status[userId] ?? status[userId.toLowerCase()];
			if (found !== undefined) return success({ userId, identifiedBy: identifyBy, subscriptionGroupId, status: found });
			return failed({ class: 'notFound', vendor: 'Braze', message: `Braze told no status for the ${identifyBy} "${userId}"`, fix: 'Check the identifier, and that the subscription group is of the same channel.' });
		});
	},
});
