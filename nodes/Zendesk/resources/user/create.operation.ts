import type { IDataObject } from 'n8n-workflow';
import { callOperation, field } from '../../../shared/operation';
import { recordIn } from '../../rows';
import { skipVerifyField, userExtras, userFieldsField, userOf } from './userBody';

export const create = callOperation({
	name: 'Create',
	action: 'Create a user',
	description: 'Add a user; refused where e-mail or external ID belong to somebody already',
	documentation: 'https://developer.zendesk.com/api-reference/ticketing/users/users/#create-user',
	calls: ['POST /api/v2/users'],
	fields: {
		name: field.requiredText({ displayName: 'Name' }),
		skipVerifyEmail: skipVerifyField,
		userFields: userFieldsField,
		more: field.extras({ displayName: 'Additional Fields', placeholder: 'Add Field', fields: userExtras }),
	},
	retry: 'onlyIfNothingHappened',
	request: (input) => ({ method: 'POST', path: '/api/v2/users', body: { user: userOf(input) } }),
	outcome: (answer): IDataObject => recordIn(answer, 'user'),
});
