import { randomBytes } from 'node:crypto';

/** The keys that the sandbox is seeded with. The shipped workflows link to the ids below. */
export const SANDBOX_KEYS = {
	brazeApiKey: 'sandbox-braze-key',
	smarterSendsApiKey: 'sandbox-braze-smartersends',
	zendeskClientId: 'sandbox_client',
	zendeskClientSecret: 'sandbox-client-secret',
	messengerPageId: '100200300400500',
	messengerPageToken: 'sandbox-page-token',
	messengerAppId: '1122334455667788',
	messengerAppSecret: 'sandbox-app-secret',
	sendbirdAppId: 'C0FFEE00-5A4D-4B0C-9A3E-5E4D81DD0042',
	sendbirdMasterToken: 'sandbox-sendbird-master-token',
	sendbirdNotificationsToken: 'sandbox-sendbird-notifications-token',
	sendbirdBrazeToken: 'sandbox-sendbird-braze-token',
	sendbirdClevertapToken: 'sandbox-sendbird-clevertap-token',
	clevertapAccountId: 'SBX-4W7-KR5Z',
	clevertapPasscode: 'sandbox-clevertap-passcode',
};

/** What signs the links of the Messenger demo, in Braze and in n8n. */
export const MESSENGER_LINK_SECRET = randomBytes(24).toString('base64url');

/** As long as a person would take from a password maker; new for each run, so nothing may depend on its value. */
export const newWebhookSecret = () => randomBytes(24).toString('base64url');

/** What Sendbird signs in with where it reports SENT and READ: n8n's own keys, not Braze's or CleverTap's. */
export const deliveryStatus = { apiKey: newWebhookSecret(), accountId: 'n8n-delivery-status', passcode: newWebhookSecret() };

/** Who may open the form that sets Zendesk up. n8n listens on 127.0.0.1 only, so a fixed password does no harm and can be told. */
export const SET_UP_FORM = { user: 'demo', password: 'Conversations1' };

/** What the brand's office signs in with at the forms of SmarterSends; n8n listens on 127.0.0.1 only, so it can be printed. */
export const SMARTERSENDS_OFFICE = { user: 'office', password: 'Conversations1' };

/** Who may notify a whole segment. */
export const SENDBIRD_OFFICE = { user: 'office', password: 'Conversations1' };

/**
 * What `import:credentials` takes; n8n encrypts it on the way in.
 * @param {Record<string, string>} vendors the sandbox's base URLs
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
		data: { baseUrl: vendors.zendesk, clientId: SANDBOX_KEYS.zendeskClientId, clientSecret: SANDBOX_KEYS.zendeskClientSecret, webhookSecret: newWebhookSecret() },
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
	{
		id: 'sendbird-chat-demo',
		name: 'Sendbird Chat',
		type: 'sendbirdChatApi',
		data: { appId: SANDBOX_KEYS.sendbirdAppId, apiToken: SANDBOX_KEYS.sendbirdMasterToken, baseUrl: vendors.sendbird },
	},
	{
		id: 'sendbird-notifications-demo',
		name: 'Sendbird Notifications',
		type: 'sendbirdNotificationsApi',
		data: {
			appId: SANDBOX_KEYS.sendbirdAppId,
			apiToken: SANDBOX_KEYS.sendbirdNotificationsToken,
			deliveryStatusApiKey: deliveryStatus.apiKey,
			deliveryStatusAccountId: deliveryStatus.accountId,
			deliveryStatusPassword: deliveryStatus.passcode,
			baseUrl: vendors['sendbird-notifications'],
		},
	},
	{
		id: 'clevertap-messaging-demo',
		name: 'CleverTap',
		type: 'cleverTapMessagingApi',
		data: { region: 'custom', baseUrl: `${vendors.clevertap}/eu1`, accountId: SANDBOX_KEYS.clevertapAccountId, passcode: SANDBOX_KEYS.clevertapPasscode, webhookSecret },
	},
	{ id: 'zendesk-set-up-form-demo', name: 'Set-up form', type: 'httpBasicAuth', data: { ...SET_UP_FORM } },
	{
		id: 'braze-smartersends-demo',
		name: 'Braze (SmarterSends)',
		type: 'brazeMessagingApi',
		data: { instance: 'custom', baseUrl: vendors.braze, apiKey: SANDBOX_KEYS.smarterSendsApiKey, webhookSecret: '' },
	},
	{ id: 'smartersends-office-demo', name: 'SmarterSends office', type: 'httpBasicAuth', data: SMARTERSENDS_OFFICE },
	{ id: 'sendbird-office-demo', name: 'Sendbird office', type: 'httpBasicAuth', data: SENDBIRD_OFFICE },
	{
		id: 'sendbird-braze-integration-demo',
		name: 'Sendbird Notifications, Braze integration',
		type: 'sendbirdNotificationsApi',
		data: {
			appId: SANDBOX_KEYS.sendbirdAppId,
			apiToken: SANDBOX_KEYS.sendbirdNotificationsToken,
			integrationToken: SANDBOX_KEYS.sendbirdBrazeToken,
			deliveryStatusApiKey: deliveryStatus.apiKey,
			baseUrl: vendors['sendbird-notifications'],
		},
	},
	{ id: 'messenger-link-demo', name: 'Messenger link secret', type: 'crypto', data: { hmacSecret: MESSENGER_LINK_SECRET } },
];
