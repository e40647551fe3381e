import type { IDataObject } from 'n8n-workflow';
import { callOperation, field } from '../../../shared/operation';
import { path } from '../../../shared/transport/call';
import { recordIn } from '../../rows';
import { skipVerifyField, userExtras, userFieldsField, userIdField, userOf } from './userBody';

export const update = callOperation({
	name: 'Update',
	action: 'Update a user',
	description: 'Change fields of a user. A second e-mail becomes a further identity, the first stays. Zendesk takes five updates a minute for one user.',
	documentation: 'https://developer.zendesk.com/api-reference/ticketing/users/users/#update-user',
	calls: ['PUT /api/v2/users/{user_id}'],
	parallel: 1,
	fields: {
		userId: userIdField,
		name: field.optionalText({ displayName: 'Name', description: 'Leave empty to keep it' }),
		skipVerifyEmail: skipVerifyField,
		userFields: userFieldsField,
		more: field.extras({ displayName: 'Fields to Change', placeholder: 'Add Field', fields: userExtras }),
	},
	retry: 'safe',
	request: ({ userId, ...input }) => ({ method: 'PUT', path: path`/api/v2/users/${userId}`, body: { user: userOf(input) } }),
	outcome: (answer): IDataObject => recordIn(answer, 'user'),
});
