import { createHmac } from 'crypto';
import type { IAuthenticate, ICredentialDataDecryptedObject, ICredentialType, Icon, IHttpRequestOptions, INodeProperties } from 'n8n-workflow';

/** Graph's version when the field is left as it is; v26.0 is of 2026-07-29 and its end is not set. */
const GRAPH_VERSION = 'v26.0';

/** The app itself is asked with the app's token, all else with the Page's: Graph accepts neither in the other's place. */
function tokenFor({ appId, appSecret, pageToken }: ICredentialDataDecryptedObject, url: string): string {
	const asksTheApp = Boolean(appId) && url.split(/[?#]/)[0].split('/').includes(String(appId));
	return asksTheApp ? `${String(appId)}|${String(appSecret)}` : String(pageToken);
}

export class MessengerPageApi implements ICredentialType {
	name = 'messengerPageApi';

	displayName = 'Facebook Messenger Page API';

	icon: Icon = { light: 'file:../icons/messenger.svg', dark: 'file:../icons/messenger.dark.svg' };

	documentationUrl = 'https://developers.facebook.com/docs/messenger-platform/';

	properties: INodeProperties[] = [
		{
			displayName: 'In Meta: App Dashboard > Use cases > Messenger > Messenger API Settings. Connect your Page, generate its token, and copy the Page\'s ID. The token needs pages_messaging and pages_manage_metadata (manage_pages is gone).',
			name: 'notice',
			type: 'notice',
			default: '',
		},
		{
			displayName: 'Page ID',
			name: 'pageId',
			type: 'string',
			default: '',
			required: true,
			placeholder: '104512345678901',
			description: 'Every call names it, so that a token of another Page fails instead of sending from there',
		},
		{
			displayName: 'Page Access Token',
			name: 'pageToken',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description: 'Sent in the Authorization header, never in the URL. Derive it from a long-lived user or system-user token, then it does not expire.',
		},
		{
			displayName: 'App Secret',
			name: 'appSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description: 'App Dashboard > App Settings > Basic. It proves every call (appsecret_proof) and verifies every delivery; without it the trigger takes nothing in.',
		},
		{
			displayName: 'App ID',
			name: 'appId',
			type: 'string',
			default: '',
			placeholder: '263900000000001',
			description: 'For the trigger and the Subscription operations: the app\'s one callback belongs to the app, not to the Page',
		},
		{
			displayName: 'Verify Token',
			name: 'verifyToken',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description: 'For the trigger: a long random text of your choice, which Meta repeats when it verifies the callback. Empty: no callback is ever verified.',
		},
		{
			displayName: 'Graph API Version',
			name: 'graphVersion',
			type: 'string',
			default: GRAPH_VERSION,
			required: true,
			description: 'Sent with every call; without one Meta would choose, and may change its mind',
		},
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: '',
			placeholder: 'https://graph.facebook.com',
			description: 'Only for a sandbox or a proxy. Without the version, and no slash at its end.',
		},
	];

	/** https://developers.facebook.com/docs/graph-api/guides/secure-requests: the proof is over the very token that the call carries. */
	authenticate: IAuthenticate = async (credentials: ICredentialDataDecryptedObject, options: IHttpRequestOptions) => {
		const token = tokenFor(credentials, options.url);
		const proof = createHmac('sha256', String(credentials.appSecret)).update(token).digest('hex');
		return { ...options, headers: { ...options.headers, Authorization: `Bearer ${token}` }, qs: { ...options.qs, appsecret_proof: proof } };
	};
}
