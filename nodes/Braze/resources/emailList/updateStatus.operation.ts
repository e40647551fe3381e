import { batchOperation, field, success } from '../../../shared/operation';
import { emailField, MOST_OF_A_CALL } from '../../addressFields';
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
export const updateStatus = batchOperation({
	name: 'Update Subscription State',
	action: 'Update the email subscription state of addresses',
	description: 'Set the email subscription state of addresses, up to 50 a call; every user with the address gets it',
	documentation: 'https://www.braze.com/docs/api/endpoints/email/post_email_subscription_status/',
	calls: ['POST /email/status'],
	fields,
	retry: 'safe',
	parallel: 1,
	batch: { size: MOST_OF_A_CALL, together: ({ subscriptionState }) => subscriptionState },
	request: (inputs) => ({ method: 'POST', path: '/email/status', body: { email: inputs.map(({ email }) => email), subscription_state: inputs[0].subscriptionState } }),
	outcomes: (answer, inputs) => outcomesOf(answer, inputs.length, inOneArray(inputs.length, 'email'), (index) => success({ ...inputs[index], accepted: true })),
});
