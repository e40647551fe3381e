import type { IAuthenticateGeneric, ICredentialTestRequest, ICredentialType, Icon, INodeProperties } from 'n8n-workflow';

export class BrazeScimApi implements ICredentialType {
	name = 'brazeScimApi';

	displayName = 'Braze SCIM API';

	icon: Icon = { light: 'file:../icons/braze.svg', dark: 'file:../icons/braze.dark.svg' };

	documentationUrl = 'https://www.braze.com/docs/scim/automated_user_provisioning/';

	properties: INodeProperties[] = [
		{
			displayName: 'REST Host',
			name: 'baseUrl',
			type: 'string',
			default: 'https://rest.iad-01.braze.com',
			required: true,
			placeholder: 'https://rest.iad-01.braze.com',
			description: 'The REST host of your instance. The SCIM Provisioning page of the dashboard shows it.',
		},
		{
			displayName: 'SCIM Token',
			name: 'scimToken',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description: 'Made in Settings > Admin Settings > Security Settings > SCIM Provisioning. No REST API key opens these endpoints.',
		},
		{
			displayName: 'Service Origin',
			name: 'origin',
			type: 'string',
			default: '',
			required: true,
			description: 'As it stands on the SCIM Provisioning page; each call repeats it',
		},
	];

	authenticate: IAuthenticateGeneric = {
		type: 'generic',
		properties: { headers: { Authorization: '=Bearer {{$credentials.scimToken}}', 'X-Request-Origin': '={{$credentials.origin}}' } },
	};

	/** Looks for an address that nobody has: the answer is an empty list. */
	test: ICredentialTestRequest = {
		request: { baseURL: '={{$credentials.baseUrl}}', url: '/scim/v2/Users', qs: { filter: 'userName eq "nobody@example.com"' } },
		rules: [
			{ type: 'responseCode', properties: { value: 401, message: 'Braze does not take this SCIM token with this service origin. Check both, and the REST host.' } },
			{ type: 'responseCode', properties: { value: 404, message: 'This host is not a Braze REST host. It looks like https://rest.iad-01.braze.com.' } },
		],
	};
}
