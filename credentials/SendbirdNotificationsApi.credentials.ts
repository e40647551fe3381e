import type { IAuthenticate, ICredentialDataDecryptedObject, ICredentialType, Icon, IHttpRequestOptions, INodeProperties } from 'n8n-workflow';

/** The relay operation marks its calls with this header, which is taken off here: relay endpoints take the integration's own token. */
const TOKEN_KIND = 'x-token-kind';

/** Sendbird's own texts name different endpoints for the same call, so it is a choice. */
const SEND_PATHS = [
	{ name: 'Custom', value: 'custom' },
	{ name: 'V1: /v1/notifications', value: '/v1/notifications', description: 'As the texts of Notifications v1 and Business Messaging v1 have it' },
	{ name: 'V1: /v1/notifications/messages', value: '/v1/notifications/messages', description: 'As the text of Business Messaging server side v2 prints it' },
	{ name: 'V2: /v2/notifications/messages', value: '/v2/notifications/messages', description: 'As a note beside that text suggests; not confirmed' },
];

export class SendbirdNotificationsApi implements ICredentialType {
	name = 'sendbirdNotificationsApi';

	displayName = 'Sendbird Notifications API';

	icon: Icon = { light: 'file:../icons/sendbird.svg', dark: 'file:../icons/sendbird.dark.svg' };

	documentationUrl = 'https://sendbird.com/docs/notifications/platform-api/v1/overview';

	properties: INodeProperties[] = [
		{
			displayName: 'For Notifications, newly named Business Messaging. Its host and token are not those of Chat: use the Sendbird Chat credential there.',
			name: 'notice',
			type: 'notice',
			default: '',
		},
		{
			displayName: 'Application ID',
			name: 'appId',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'A1B2C3D4-E5F6-7890-ABCD-EF1234567890',
			description: 'Dashboard > Settings > Application > General; case-sensitive',
		},
		{
			displayName: 'API Token',
			name: 'apiToken',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description: 'Dashboard > Settings > Business Messaging (older: Notifications) > Authentication. Only Sendbird can change it.',
		},
		{
			displayName: 'Integration API Token',
			name: 'integrationToken',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description: 'Only for the resource Relay: shown on the page of the Braze or CleverTap integration after it is saved',
		},
		{
			displayName: 'Webhook Signing Secret',
			name: 'signingSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description: 'Only for the trigger on notification webhooks. Sendbird signs them with "your API token" and does not say which: if the one above is refused, put the master API token of Chat here. Empty: the API Token verifies them.',
		},
		{
			displayName: 'Delivery Status API Key',
			name: 'deliveryStatusApiKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description: 'Only for the trigger on delivery status: a long random text of your choice, typed as "Braze REST API key" into Sendbird\'s Braze integration. Never the real key of Braze.',
		},
		{
			displayName: 'Delivery Status Account ID',
			name: 'deliveryStatusAccountId',
			type: 'string',
			default: '',
			description: 'As above for CleverTap: a text of your choice, typed as "Project ID" into Sendbird\'s CleverTap integration',
		},
		{
			displayName: 'Delivery Status Passcode',
			name: 'deliveryStatusPassword',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description: 'As above for CleverTap: a long random text of your choice, typed as "Passcode" into Sendbird\'s CleverTap integration. Never the real passcode.',
		},
		{
			displayName: 'Send Endpoint',
			name: 'sendPath',
			type: 'options',
			options: SEND_PATHS,
			default: '/v1/notifications',
			description: 'Sendbird\'s texts differ; change it only where Sendbird says that the endpoint is unknown (400930 or 404)',
		},
		{
			displayName: 'Send Endpoint Path',
			name: 'customSendPath',
			type: 'string',
			default: '/v1/notifications',
			displayOptions: { show: { sendPath: ['custom'] } },
		},
		{
			displayName: 'Mode Words',
			name: 'modeWords',
			type: 'options',
			options: [
				{ name: 'Realtime / Batch', value: 'realtimeBatch', description: 'As Sendbird\'s current texts have it' },
				{ name: 'Single / Multi', value: 'singleMulti', description: 'As its oldest text has it' },
			],
			default: 'realtimeBatch',
			description: 'What a send says about itself in "mode"',
		},
		{
			displayName: 'Templates Path',
			name: 'templatesPath',
			type: 'string',
			default: '/v1/templates',
			description: 'Where templates are listed. Sendbird lets a token read them but publishes no path: this one is a guess, /v2/templates is another. Without it the pick list stays empty and template keys are typed.',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: '',
			placeholder: 'https://api-YOUR_APP_ID.notifications.sendbird.com',
			description: 'Only for a sandbox or a proxy. Without /v1, and no slash at its end.',
		},
	];

	authenticate: IAuthenticate = async (credentials: ICredentialDataDecryptedObject, options: IHttpRequestOptions) => {
		const { [TOKEN_KIND]: kind, ...headers } = { ...options.headers };
		const token = kind === 'integration' ? credentials.integrationToken : credentials.apiToken;
		return { ...options, headers: { ...headers, 'Api-Token': String(token) } };
	};
}
