import type { IDataObject } from 'n8n-workflow';
import { callOperation, field } from '../../../shared/operation';
import { recordIn } from '../../rows';

const fields = {
	key: field.requiredId({ displayName: 'Key', description: 'How values are read and written; it can never be changed', placeholder: 'braze_external_id' }),
	title: field.requiredText({ displayName: 'Title', description: 'What agents see' }),
	type: field.choice({
		displayName: 'Type',
		options: [
			{ name: 'Checkbox', value: 'checkbox' },
			{ name: 'Date', value: 'date' },
			{ name: 'Decimal', value: 'decimal' },
			{ name: 'Dropdown', value: 'dropdown' },
			{ name: 'Integer', value: 'integer' },
			{ name: 'Multiselect', value: 'multiselect' },
			{ name: 'Regular Expression', value: 'regexp' },
			{ name: 'Text', value: 'text' },
			{ name: 'Text Area', value: 'textarea' },
		],
		initial: 'text',
	}),
	more: field.extras({
		displayName: 'Additional Fields',
		placeholder: 'Add Field',
		fields: {
			description: field.optionalText({ displayName: 'Description' }),
			options: field.jsonArray({ displayName: 'Options', description: 'For Dropdown and Multiselect: a list of objects with name and value', initial: '[{"name": "Gold", "value": "gold"}]' }),
			regexp: field.optionalText({ displayName: 'Regular Expression', description: 'What values must match, for that type' }),
		},
	}),
};

export const create = callOperation({
	name: 'Create',
	action: 'Create a user field',
	description: 'Add a custom field to all users; only admins may',
	documentation: 'https://developer.zendesk.com/api-reference/ticketing/users/user_fields/#create-user-field',
	calls: ['POST /api/v2/user_fields'],
	fields,
	check: ({ key, type, more }) => {
		if (!/^\w+$/.test(key)) return { displayName: 'Key', message: 'may hold letters, digits and underscores only' };
		const needsOptions = ['dropdown', 'multiselect'].includes(type) && (more.options ?? []).length === 0;
		return needsOptions ? { displayName: 'Options', message: 'is missing: this type is a choice of some' } : undefined;
	},
	retry: 'onlyIfNothingHappened',
	request: ({ key, title, type, more }) => ({
		method: 'POST',
		path: '/api/v2/user_fields',
		body: { user_field: { type, title, key, description: more.description, regexp_for_validation: more.regexp, custom_field_options: more.options } },
	}),
	outcome: (answer): IDataObject => recordIn(answer, 'user_field'),
});
