import type { IDataObject } from 'n8n-workflow';
import { field, storyOperation } from '../../../shared/operation';
import { recordIn } from '../../rows';
import { bearerAuthentication } from '../../webhookSecret';
import { withoutSecrets } from './withoutSecrets';

const FOR_TRIGGERS = 'conditional_ticket_events';

const fields = {
	name: field.requiredText({ displayName: 'Name' }),
	endpoint: field.requiredId({ displayName: 'Endpoint', placeholder: 'https://n8n.example.com/webhook/…' }),
	subscriptions: field.textList({
		displayName: 'Subscriptions',
		description: 'Comma-separated event types, or conditional_ticket_events alone for triggers and automations. They can never be changed.',
		initial: FOR_TRIGGERS,
	}),
	webhookAuthentication: field.choice({
		displayName: 'Authentication of the Webhook',
		options: [
			{ name: 'Bearer Token', value: 'bearer', description: 'The Webhook Secret of the credential' },
			{ name: 'None', value: 'none', description: 'Zendesk signs every delivery all the same' },
		],
		initial: 'none',
	}),
	more: field.extras({
		displayName: 'Additional Fields',
		placeholder: 'Add Field',
		fields: {
			customHeaders: field.namedValues({ displayName: 'Custom Headers', description: 'No secrets: whoever may see webhooks in Zendesk sees them' }),
			description: field.optionalText({ displayName: 'Description' }),
			httpMethod: field.choice({
				displayName: 'HTTP Method',
				options: [
					{ name: 'DELETE', value: 'DELETE' },
					{ name: 'GET', value: 'GET' },
					{ name: 'PATCH', value: 'PATCH' },
					{ name: 'POST', value: 'POST' },
					{ name: 'PUT', value: 'PUT' },
				],
				initial: 'POST',
			}),
			requestFormat: field.choice({
				displayName: 'Request Format',
				options: [
					{ name: 'Form Encoded', value: 'form_encoded' },
					{ name: 'JSON', value: 'json' },
					{ name: 'XML', value: 'xml' },
				],
				initial: 'json',
			}),
			status: field.choice({ displayName: 'Status', options: [{ name: 'Active', value: 'active' }, { name: 'Inactive', value: 'inactive' }], initial: 'active' }),
		},
	}),
};

export const create = storyOperation({
	name: 'Create',
	action: 'Create a webhook',
	description: 'Add a webhook for triggers or for event types; the trigger node makes its own',
	documentation: 'https://developer.zendesk.com/api-reference/webhooks/webhooks-api/webhooks/#create-or-clone-webhook',
	calls: ['POST /api/v2/webhooks'],
	fields,
	check: ({ endpoint, subscriptions, more }) => {
		if (!/^https?:\/\/\S+$/.test(endpoint)) return { displayName: 'Endpoint', message: 'must be a whole URL with https://' };
		if (subscriptions.length === 0) return { displayName: 'Subscriptions', message: 'is missing' };
		if (subscriptions.includes(FOR_TRIGGERS) && subscriptions.length > 1) return { displayName: 'Subscriptions', message: `may not mix ${FOR_TRIGGERS} with event types` };
		const isForEvents = !subscriptions.includes(FOR_TRIGGERS);
		return isForEvents && (more.httpMethod ?? 'POST') !== 'POST' ? { displayName: 'HTTP Method', message: 'must be POST for event types' } : undefined;
	},
	retry: 'onlyIfNothingHappened',
	async story({ name, endpoint, subscriptions, webhookAuthentication, more }, door): Promise<IDataObject> {
		const webhook = {
			name,
			endpoint,
			subscriptions,
			http_method: more.httpMethod ?? 'POST',
			request_format: more.requestFormat ?? 'json',
			status: more.status ?? 'active',
			description: more.description,
			custom_headers: more.customHeaders,
			...(webhookAuthentication === 'bearer' ? { authentication: bearerAuthentication(door) } : {}),
		};
		return withoutSecrets(recordIn(await door.send({ method: 'POST', path: '/api/v2/webhooks', body: { webhook } }, 'onlyIfNothingHappened'), 'webhook'));
	},
});
