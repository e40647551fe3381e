import type { ICredentialTestRequest, ICredentialType, Icon, INodeProperties } from 'n8n-workflow';

/** What the loop and its set-up need; Zendesk's own words for scopes. */
const SCOPE = 'tickets:read tickets:write users:read users:write triggers:read triggers:write webhooks:read webhooks:write';

const BASE_URL = '$self["baseUrl"] ? $self["baseUrl"] : "https://" + $self["subdomain"] + ".zendesk.com"';

export class ZendeskSupportOAuth2Api implements ICredentialType {
	name = 'zendeskSupportOAuth2Api';

	extends = ['oAuth2Api'];

	displayName = 'Zendesk Support OAuth2 API';

	icon: Icon = { light: 'file:../icons/zendesk.svg', dark: 'file:../icons/zendesk.dark.svg' };

	documentationUrl = 'https://developer.zendesk.com/api-reference/introduction/security-and-auth/';

	properties: INodeProperties[] = [
		{
			displayName: 'In Zendesk: Admin Center > Apps and integrations > APIs > OAuth clients > Add. A client works for its own subdomain only. API tokens cannot be made any more since October 2026.',
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
			displayName: 'Grant Type',
			name: 'grantType',
			type: 'options',
			options: [
				{
					name: 'Authorization Code with PKCE',
					value: 'pkce',
					description: 'A person signs in, and n8n acts as that person. Copy the redirect URL shown here into the client; the kind may be public or confidential.',
				},
				{
					name: 'Client Credentials',
					value: 'clientCredentials',
					description: 'No person signs in. The client must be of the kind "Confidential".',
				},
			],
			default: 'clientCredentials',
			description: 'How n8n gets its token',
		},
		{ displayName: 'Access Token URL', name: 'accessTokenUrl', type: 'hidden', default: `={{(${BASE_URL}) + "/oauth/tokens"}}` },
		{ displayName: 'Authorization URL', name: 'authUrl', type: 'hidden', default: `={{(${BASE_URL}) + "/oauth/authorizations/new"}}` },
		{ displayName: 'Auth URI Query Parameters', name: 'authQueryParameters', type: 'hidden', default: '' },
		{ displayName: 'Authentication', name: 'authentication', type: 'hidden', default: 'body' },
		{
			displayName: 'Client Secret',
			name: 'clientSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description: 'Shown once, when the client is made. A public client (PKCE) has none: leave it empty.',
		},
		{
			displayName: 'Scope',
			name: 'scope',
			type: 'string',
			default: SCOPE,
			description: 'Separated by blanks. Zendesk gives a token even for a misspelt scope and then refuses every call with it. The Organization operations need organizations:read and organizations:write as well.',
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

	/** Zendesk answers `users/me` with 200 and a user without id where nobody is signed in; anything that is not Zendesk answers without a user. */
	test: ICredentialTestRequest = {
		request: {
			baseURL: '={{$credentials.baseUrl ? $credentials.baseUrl : "https://" + $credentials.subdomain + ".zendesk.com"}}',
			url: '/api/v2/users/me',
		},
		rules: [
			{
				type: 'responseSuccessBody',
				properties: { key: 'user.id', value: null, message: 'Zendesk does not know who is calling. Check client identifier, secret and subdomain.' },
			},
			{
				type: 'responseSuccessBody',
				properties: { key: 'user.id', value: undefined, message: 'This host answered, but not as Zendesk does. Check the subdomain.' },
			},
		],
	};
}
