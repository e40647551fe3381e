import type { IAuthenticate, ICredentialDataDecryptedObject, ICredentialTestRequest, ICredentialType, IHttpRequestOptions, INodeProperties, Icon } from 'n8n-workflow';

const instance = (name: string, cluster: string, domain: 'com' | 'eu' = 'com') => ({ name, value: `https://rest.${cluster}.braze.${domain}` });

/** Instances and hosts: Braze's API overview. There is no US-09. */
const INSTANCES = [
	instance('AU-01', 'au-01'),
	{ name: 'Custom', value: 'custom' },
	instance('EU-01', 'fra-01', 'eu'),
	instance('EU-02', 'fra-02', 'eu'),
	instance('ID-01', 'id-01'),
	instance('JP-01', 'jp-01'),
	instance('KR-01', 'kr-01'),
	...[1, 2, 3, 4, 5, 6, 7, 8].map((number) => instance(`US-0${number}`, `iad-0${number}`)),
	instance('US-10', 'us-10'),
];

export class BrazeMessagingApi implements ICredentialType {
	name = 'brazeMessagingApi';

	displayName = 'Braze Messaging API';

	icon: Icon = { light: 'file:../icons/braze.svg', dark: 'file:../icons/braze.dark.svg' };

	documentationUrl = 'https://www.braze.com/docs/api/basics/';

	properties: INodeProperties[] = [
		{
			displayName: 'Instance',
			name: 'instance',
			type: 'options',
			options: INSTANCES,
			default: 'https://rest.iad-01.braze.com',
			description: 'The cluster your dashboard lives on: its address in the browser names it (dashboard-01.braze.eu is EU-01). A key works on its own cluster only.',
		},
		{
			displayName: 'REST Host',
			name: 'baseUrl',
			type: 'string',
			default: '',
			placeholder: 'https://rest.iad-01.braze.com',
			description: 'For a cluster that is not in the list, or a sandbox. The REST host, never the SDK one.',
			displayOptions: { show: { instance: ['custom'] } },
		},
		{
			displayName: 'REST API Key',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description: 'Made in Settings > API Keys. The loop with Zendesk needs users.track, users.export.ids and campaigns.trigger.send; campaigns.list fills the pick list.',
		},
		{
			displayName: 'Webhook Secret',
			name: 'webhookSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description: 'Braze cannot sign its webhooks. Choose a long random text, and put it into the header of your Braze webhook campaigns as "Authorization: Bearer …". Without it the Braze Trigger takes nothing in.',
		},
	];

	/** A function: n8n takes 0.4 ms for the expression that does the same, and a large batch makes hundreds of calls. */
	authenticate: IAuthenticate = async (credentials: ICredentialDataDecryptedObject, options: IHttpRequestOptions) => ({
		...options,
		headers: { ...options.headers, Authorization: `Bearer ${String(credentials.apiKey)}` },
	});

	/** A good key that lacks `campaigns.list` is answered 403: that proves the key, so it passes. */
	test: ICredentialTestRequest = {
		request: {
			baseURL: '={{$credentials.instance === "custom" ? $credentials.baseUrl : $credentials.instance}}',
			url: '/campaigns/list',
			qs: { page: 0 },
			ignoreHttpStatusErrors: { ignore: true, except: [401, 404, 405, 500, 502, 503, 504] },
		},
		rules: [
			{
				type: 'responseCode',
				properties: {
					value: 401,
					message: 'Braze does not know this key on this instance. Check both: a key works on its own cluster only (the dashboard address names it).',
				},
			},
			{ type: 'responseCode', properties: { value: 404, message: 'This host is not a Braze REST host. It looks like https://rest.iad-01.braze.com.' } },
		],
	};
}
