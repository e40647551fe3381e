import type { IAuthenticateGeneric, ICredentialTestRequest, ICredentialType, Icon, INodeProperties } from 'n8n-workflow';

/** Dates: Zendesk's announcement of the end of API tokens. */
export class ZendeskSupportApi implements ICredentialType {
	name = 'zendeskSupportApi';

	displayName = 'Zendesk Support API';

	icon: Icon = { light: 'file:../icons/zendesk.svg', dark: 'file:../icons/zendesk.dark.svg' };

	documentationUrl = 'https://developer.zendesk.com/api-reference/introduction/security-and-auth/#api-token';

	properties: INodeProperties[] = [
		{
			displayName: 'Only for an account that still has an API token: none can be made since 2026-10-27, one that is idle for 30 days is switched off, and all of them end on 2027-04-30. Make a "Zendesk Support OAuth2 API" credential instead if you can.',
			name: 'notice',
			type: 'notice',
			default: '',
		},
		{
			displayName: 'Subdomain',
			name: 'subdomain',
			type: 'string',
			default: '',
			placeholder: 'company',
			description: 'The part before .zendesk.com in the address of your Zendesk. For a second Zendesk make a second credential.',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: '',
			placeholder: 'https://company.zendesk.com',
			description: 'Only for a sandbox or a proxy; it takes the place of the subdomain. No slash at its end.',
		},
		{
			displayName: 'Email',
			name: 'email',
			type: 'string',
			placeholder: 'name@email.com',
			default: '',
			required: true,
			description: 'Of the agent or admin that n8n acts as',
		},
		{
			displayName: 'API Token',
			name: 'apiToken',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description: 'Made before 2026-10-27 in Admin Center > Apps and integrations > APIs > API tokens',
		},
		{
			displayName: 'Webhook Secret',
			name: 'webhookSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description: 'Only for Integration: Set Up with n8n as the target: a long random text that Zendesk sends as bearer token and the trigger compares. Not needed where the trigger registers itself.',
		},
	];

	authenticate: IAuthenticateGeneric = {
		type: 'generic',
		properties: { auth: { username: '={{$credentials.email}}/token', password: '={{$credentials.apiToken}}' } },
	};

	/** Zendesk answers `users/me` with 200 and a user without id where token or e-mail are wrong; anything that is not Zendesk answers without a user. */
	test: ICredentialTestRequest = {
		request: {
			baseURL: '={{$credentials.baseUrl ? $credentials.baseUrl : "https://" + $credentials.subdomain + ".zendesk.com"}}',
			url: '/api/v2/users/me',
		},
		rules: [
			{
				type: 'responseSuccessBody',
				properties: { key: 'user.id', value: null, message: 'Zendesk does not know who is calling. Check e-mail, API token and subdomain; a token that was idle for 30 days is switched off.' },
			},
			{
				type: 'responseSuccessBody',
				properties: { key: 'user.id', value: undefined, message: 'This host answered, but not as Zendesk does. Check the subdomain.' },
			},
		],
	};
}
