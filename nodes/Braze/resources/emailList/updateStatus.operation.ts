import { batchStoryOperation, field, success } from '../../../shared/operation';
import { emailField, MOST_OF_A_CALL } from '../../addressFields';
import { callForEachKind, sendForAll } from '../../batchCalls';
import { inOneArray, outcomesOf } from '../../minorErrors';

const fields = {
	email: emailField,
	subscriptionState: field.choice({
		displayName: 'Subscription State',
		options: [
			{ name: 'Opted In', value: 'opted_in' },
			{ name: 'Subscribed', value: 'subscribed' },
			{ name: 'Unsubscribed', value: 'unsubscribed' },
		],
		initial: 'subscribed',
	}),
};

/** One address with two states goes in two calls, in the order of the items. */
export const updateStatus = batchStoryOperation({
	name: 'Update Subscription State',
	action: 'Update the email subscription state of addresses',
	description: 'Set the email subscription state of addresses, up to 50 a call; every user with the address gets it',
	documentation: 'https://www.braze.com/docs/api/endpoints/email/post_email_subscription_status/',
	calls: ['POST /email/status'],
	fields,
	retry: 'safe',
	batch: { size: MOST_OF_A_CALL, alone: ({ email }) => email.toLowerCase() },
	story: async (all, door) =>
		await callForEachKind(all, ({ subscriptionState }) => subscriptionState, async (inputs) =>
			await sendForAll({
				inputs,
				call: { method: 'POST', path: '/email/status', body: { email: inputs.map(({ email }) => email), subscription_state: inputs[0].subscriptionState } },
				retry: 'safe',
				outcomes: (answer) => outcomesOf(answer, inputs.length, inOneArray(inputs.length, 'email'), (index) => success({ ...inputs[index], accepted: true })),
			}, door),
		),
});
