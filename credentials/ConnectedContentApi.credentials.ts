import type { IAuthenticateGeneric, ICredentialTestRequest, ICredentialType, Icon, INodeProperties } from 'n8n-workflow';

/** What a template means by `:basic_auth name`. In Braze such credentials are kept under Settings > Connected Content. */
export class ConnectedContentApi implements ICredentialType {
	name = 'connectedContentApi';

	displayName = 'Connected Content API';

	icon: Icon = { light: 'file:../icons/template.svg', dark: 'file:../icons/template.dark.svg' };

	documentationUrl = 'https://www.braze.com/docs/user_guide/personalization_and_dynamic_content/connected_content/making_an_api_call/';

	properties: INodeProperties[] = [
		{
			displayName: 'Name in Templates',
			name: 'credentialName',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'my_shop',
			description: 'What stands behind :basic_auth in the template, the same as in Braze',
		},
		{
			displayName: 'Address',
			name: 'address',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'https://api.example.com',
			description: 'User and password are sent to this host and to no other, whatever a template says',
		},
		{ displayName: 'User', name: 'user', type: 'string', default: '', required: true },
		{ displayName: 'Password', name: 'password', type: 'string', typeOptions: { password: true }, default: '' },
	];

	authenticate: IAuthenticateGeneric = {
		type: 'generic',
		properties: { auth: { username: '={{$credentials.user}}', password: '={{$credentials.password}}' } },
	};

	/** Any answer but a refusal will do: the address may have nothing at its root. */
	test: ICredentialTestRequest = {
		request: { baseURL: '={{$credentials.address}}', url: '/', ignoreHttpStatusErrors: { ignore: true, except: [401, 403] } },
		rules: [{ type: 'responseCode', properties: { value: 401, message: 'The address does not take this user and password.' } }],
	};
}
