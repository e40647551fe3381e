import { randomBytes } from 'node:crypto';

/** The keys that the sandbox is seeded with. The shipped workflows link to the two ids below. */
export const SANDBOX_KEYS = {
	brazeApiKey: 'sandbox-braze-key',
	zendeskClientId: 'sandbox_client',
	zendeskClientSecret: 'sandbox-client-secret',
};

/** As long as a person would take from a password maker; new for each run, so nothing may depend on its value. */
export const newWebhookSecret = () => randomBytes(24).toString('base64url');

/**
 * What `import:credentials` takes; n8n encrypts it on the way in.
 * @param {{ braze: string, zendesk: string }} vendors the sandbox's base URLs
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
];
