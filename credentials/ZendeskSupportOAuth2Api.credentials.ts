import type { ICredentialTestRequest, ICredentialType, Icon, INodeProperties } from 'n8n-workflow';

/** What the nodes of this package need; Zendesk's own words for scopes. */
const SCOPE = 'tickets:read tickets:write users:read users:write webhooks:read webhooks:write';

const BASE_URL = '$self["baseUrl"] ? $self["baseUrl"] : "https://" + $self["subdomain"] + ".zendesk.com"';

export class ZendeskSupportOAuth2Api implements ICredentialType {
	name = 'zendeskSupportOAuth2Api';

	extends = ['oAuth2Api'];

	displayName = 'Zendesk Support OAuth2 API';

	icon: Icon = { light: 'file:../icons/zendesk.svg', dark: 'file:../icons/zendesk.dark.svg' };

	documentationUrl = 'https://developer.zendesk.com/api-reference/introduction/security-and-auth/';

	properties: INodeProperties[] = [
		{
			displayName: 'In Zendesk: Admin Center > Apps and integrations > APIs > OAuth clients > Add. Choose client kind "Confidential" and copy identifier and secret. API tokens cannot be made any more since October 2026.',
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
			description: 'The part before .zendesk.com in the address of your Zendesk',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: '',
			placeholder: 'https://company.zendesk.com',
			description: 'Only for a sandbox or a proxy; it takes the place of the subdomain. No slash at its end.',
		},
		{ displayName: 'Grant Type', name: 'grantType', type: 'hidden', default: 'clientCredentials' },
		{ displayName: 'Access Token URL', name: 'accessTokenUrl', type: 'hidden', default: `={{(${BASE_URL}) + "/oauth/tokens"}}` },
		{ displayName: 'Authorization URL', name: 'authUrl', type: 'hidden', default: '' },
		{ displayName: 'Auth URI Query Parameters', name: 'authQueryParameters', type: 'hidden', default: '' },
		{ displayName: 'Authentication', name: 'authentication', type: 'hidden', default: 'body' },
		{
			displayName: 'Scope',
			name: 'scope',
			type: 'string',
			default: SCOPE,
			description: 'Separated by blanks. Zendesk gives a token even for a misspelt scope and then refuses every call with it.',
		},
	];

	/** Zendesk answers `users/me` with 200 and a user without id where nobody is signed in. */
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
		],
	};
}
