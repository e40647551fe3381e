import type { IDataObject } from 'n8n-workflow';
import { callOperation, field } from '../../../shared/operation';
import { recordIn } from '../../rows';
import { skipVerifyField, userExtras, userFieldsField, userOf } from './userBody';

export const createOrUpdate = callOperation({
	name: 'Create or Update',
	action: 'Create or update a user',
	description: 'Add a user, or change the one with this e-mail or external ID (compared without regard to case). Zendesk takes one a second, and five a minute for one user.',
	documentation: 'https://developer.zendesk.com/api-reference/ticketing/users/users/#create-or-update-user',
	calls: ['POST /api/v2/users/create_or_update'],
	// One a second for the whole account: more at once only earn 429.
	parallel: 1,
	fields: {
		name: field.optionalText({ displayName: 'Name', description: 'Needed for a user who does not exist yet' }),
		skipVerifyEmail: skipVerifyField,
		userFields: userFieldsField,
		more: field.extras({ displayName: 'Additional Fields', placeholder: 'Add Field', fields: userExtras }),
	},
	check: ({ more }) => (more.email === undefined && more.externalId === undefined ? { displayName: 'External ID', message: 'is missing, and Email too: Zendesk finds the user by one of them (a phone is no match)' } : undefined),
	retry: 'safe',
	request: (input) => ({ method: 'POST', path: '/api/v2/users/create_or_update', body: { user: userOf(input) } }),
	outcome: (answer): IDataObject => ({ ...recordIn(answer, 'user'), created: answer.status === 201 }),
});
