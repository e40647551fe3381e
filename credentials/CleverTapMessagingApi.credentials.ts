import type { IAuthenticate, ICredentialDataDecryptedObject, ICredentialType, Icon, IHttpRequestOptions, INodeProperties } from 'n8n-workflow';

/** CleverTap's own name of the region is the first part of the host. South Korea (sk1) is told of in one place only: Custom. */
const REGIONS = [
	{ name: 'Custom', value: 'custom' },
	{ name: 'Europe (Bare Host)', value: 'bare', description: 'The host api.clevertap.com, which older accounts use' },
	{ name: 'Europe (EU1)', value: 'eu1' },
	{ name: 'India (IN1)', value: 'in1' },
	{ name: 'Indonesia (APS3)', value: 'aps3' },
	{ name: 'Middle East (MEC1)', value: 'mec1' },
	{ name: 'Singapore (SG1)', value: 'sg1' },
	{ name: 'United States (US1)', value: 'us1' },
];

/** The one call for which a third kind of secret is told of. */
const SEVERAL_CAMPAIGNS = '/2/send/externaltrigger.json';

export class CleverTapMessagingApi implements ICredentialType {
	name = 'cleverTapMessagingApi';

	displayName = 'CleverTap Messaging API';

	icon: Icon = { light: 'file:../icons/clevertap.svg', dark: 'file:../icons/clevertap.dark.svg' };

	documentationUrl = 'https://developer.clevertap.com/docs/authentication';

	properties: INodeProperties[] = [
		{
			displayName: 'Region',
			name: 'region',
			type: 'options',
			options: REGIONS,
			default: 'eu1',
			description: 'Where the account lives: the address of the dashboard begins with it. A right passcode at another region is refused as a wrong one.',
		},
		{
			displayName: 'API Host',
			name: 'baseUrl',
			type: 'string',
			default: '',
			placeholder: 'https://eu1.api.clevertap.com',
			description: 'For a region that is not in the list, a proxy or a sandbox. Without /1.',
			displayOptions: { show: { region: ['custom'] } },
		},
		{
			displayName: 'Project ID',
			name: 'accountId',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'ABC-12D-EF3Z',
			description: 'Settings > Project; also called account ID',
		},
		// eslint-disable-next-line @n8n/community-nodes/credential-unnecessary-password -- CleverTap's passcode is its password; the rule knows no such word
		{
			displayName: 'Passcode',
			name: 'passcode',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description: 'Settings > Project > Passcode; best one of its own for n8n. The token beside it is for SDKs and does not work here.',
		},
		{
			displayName: 'External Trigger Token',
			name: 'externalTriggerToken',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description: 'Sent as X-CleverTap-Token when several campaigns are triggered at once. One note asks for it, others do without: leave it blank until CleverTap refuses.',
		},
		{
			displayName: 'Webhook Secret',
			name: 'webhookSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description: 'CleverTap cannot sign its webhooks. Choose a long random text, and put it into the webhook under Settings > Channels > Webhooks: as header X-Webhook-Secret, or as the password of Basic authentication. Without it the CleverTap Trigger takes nothing in.',
		},
	];

	authenticate: IAuthenticate = async (credentials: ICredentialDataDecryptedObject, options: IHttpRequestOptions) => {
		const { accountId, passcode, externalTriggerToken: token } = credentials;
		const extra = token && options.url.endsWith(SEVERAL_CAMPAIGNS) ? { 'X-CleverTap-Token': String(token) } : {};
		return { ...options, headers: { ...options.headers, 'X-CleverTap-Account-Id': String(accountId).trim(), 'X-CleverTap-Passcode': String(passcode).trim(), ...extra } };
	};
}
