import { randomBytes } from 'node:crypto';

/** The keys that the sandbox is seeded with. The shipped workflows link to the ids below. */
export const SANDBOX_KEYS = {
	brazeApiKey: 'sandbox-braze-key',
	zendeskClientId: 'sandbox_client',
	zendeskClientSecret: 'sandbox-client-secret',
	messengerPageId: '100200300400500',
	messengerPageToken: 'sandbox-page-token',
	messengerAppId: '1122334455667788',
	messengerAppSecret: 'sandbox-app-secret',
};

/** What signs the links of the Messenger demo, in Braze and in n8n. */
export const MESSENGER_LINK_SECRET = randomBytes(24).toString('base64url');

/** As long as a person would take from a password maker; new for each run, so nothing may depend on its value. */
export const newWebhookSecret = () => randomBytes(24).toString('base64url');

/**
 * What `import:credentials` takes; n8n encrypts it on the way in.
 * @param {{ braze: string, zendesk: string, messenger: string }} vendors the sandbox's base URLs
 * @param {string} webhookSecret
 */
export const demoCredentials = (vendors, webhookSecret) => [
	{
		id: 'braze-messaging-demo',
		name: 'Braze',
		type: 'brazeMessagingApi',
		data: { instance: 'custom', baseUrl: vendors.braze, apiKey: SANDBOX_KEYS.brazeApiKey, webhookSecret },
	},
	{
		id: 'zendesk-support-demo',
		name: 'Zendesk',
		type: 'zendeskSupportOAuth2Api',
		data: { baseUrl: vendors.zendesk, clientId: SANDBOX_KEYS.zendeskClientId, clientSecret: SANDBOX_KEYS.zendeskClientSecret },
	},
	{
		id: 'messenger-page-demo',
		name: 'Messenger',
		type: 'messengerPageApi',
		data: {
			pageId: SANDBOX_KEYS.messengerPageId,
			pageToken: SANDBOX_KEYS.messengerPageToken,
			appId: SANDBOX_KEYS.messengerAppId,
			appSecret: SANDBOX_KEYS.messengerAppSecret,
			verifyToken: newWebhookSecret(),
			graphVersion: 'v26.0',
			baseUrl: vendors.messenger,
		},
	},
	{ id: 'messenger-link-demo', name: 'Messenger link secret', type: 'crypto', data: { hmacSecret: MESSENGER_LINK_SECRET } },
];
