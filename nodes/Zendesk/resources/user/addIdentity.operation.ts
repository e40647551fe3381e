import type { IDataObject } from 'n8n-workflow';
import { callOperation, field } from '../../../shared/operation';
import { path } from '../../../shared/transport/call';
import { recordIn } from '../../rows';
import { skipVerifyField, userIdField } from './userBody';

const fields = {
	userId: userIdField,
	type: field.choice({
		displayName: 'Type',
		options: [
			{ name: 'Email', value: 'email' },
			{ name: 'Facebook', value: 'facebook' },
			{ name: 'Google', value: 'google' },
			{ name: 'Phone Number', value: 'phone_number' },
			{ name: 'Twitter', value: 'twitter' },
		],
		initial: 'phone_number',
	}),
	value: field.requiredId({ displayName: 'Value', description: 'A phone number in E.164; one that is another user\'s own is refused', placeholder: '+15551234567' }),
	skipVerifyEmail: skipVerifyField,
};

const E164 = /^\+[1-9]\d{1,14}$/;

export const addIdentity = callOperation({
	name: 'Add Identity',
	action: 'Add an identity to a user',
	description: 'Let Zendesk know a user by a further e-mail, phone or account',
	documentation: 'https://developer.zendesk.com/api-reference/ticketing/users/user_identities/#create-identity',
	calls: ['POST /api/v2/users/{user_id}/identities'],
	fields,
	check: ({ type, value }) => (type === 'phone_number' && !E164.test(value) ? { displayName: 'Value', message: 'must be a phone number in E.164, for instance +15551234567' } : undefined),
	retry: 'onlyIfNothingHappened',
	request: ({ userId, type, value, skipVerifyEmail }) => ({
		method: 'POST',
		path: path`/api/v2/users/${userId}/identities`,
		body: { identity: { type, value, skip_verify_email: skipVerifyEmail } },
	}),
	outcome: (answer): IDataObject => recordIn(answer, 'identity'),
});
