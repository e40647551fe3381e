import type { IAuthenticateGeneric, ICredentialType, Icon, INodeProperties } from 'n8n-workflow';

export class SendbirdChatApi implements ICredentialType {
	name = 'sendbirdChatApi';

	displayName = 'Sendbird Chat API';

	icon: Icon = { light: 'file:../icons/sendbird.svg', dark: 'file:../icons/sendbird.dark.svg' };

	documentationUrl = 'https://sendbird.com/docs/chat/platform-api/v3/prepare-to-use-api';

	properties: INodeProperties[] = [
		{
			displayName: 'For users, channels, messages and announcements (Chat Platform API). Notifications (Business Messaging) has another host and another token: use the Sendbird Notifications credential there.',
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
			description: 'The master or a secondary API token, from Dashboard > Settings > Application > General > API tokens',
		},
		{
			displayName: 'Master API Token for Signatures',
			name: 'signingToken',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description: 'Only where the API Token above is a secondary one: Sendbird is said to sign its webhooks with the master token. Empty: the API Token verifies them.',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: '',
			placeholder: 'https://api-YOUR_APP_ID.sendbird.com',
			description: 'Only for a sandbox, a proxy or another host name of Sendbird\'s. Without /v3, and no slash at its end.',
		},
	];

	authenticate: IAuthenticateGeneric = {
		type: 'generic',
		properties: { headers: { 'Api-Token': '={{$credentials.apiToken}}' } },
	};
}
