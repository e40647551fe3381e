import type { Answer } from '../shared/transport/call';
import type { Vendor } from '../shared/transport/vendor';
import { classifier, statusOf } from './errorEnvelope';

export const CHAT = 'Sendbird Chat';
export const NOTIFICATIONS = 'Sendbird Notifications';

/** A pasted base URL may end in a slash or in the version, which our paths hold already. */
const bare = (baseUrl: unknown): string => String(baseUrl).trim().replace(/\/+$/, '').replace(/\/v\d+$/, '');

/** The application's ID as a part of a host name: case-sensitive at Sendbird, and nothing but letters, digits and dashes. */
const appId = (id: unknown): string => encodeURIComponent(String(id ?? '').trim());

/** Sendbird asks for a wait in seconds under a name of its own; a proxy may use the standard one. */
function waitMs(answer: Answer): number | undefined {
	if (statusOf(answer) !== 429) return undefined;
	const seconds = Number(answer.headers['x-ratelimit-retryafter'] ?? answer.headers['retry-after']);
	return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : undefined;
}

const common = {
	isOverridden: ({ baseUrl }) => Boolean(baseUrl),
	statusOf,
	waitMs,
	// Sendbird does not say that 502 or 503 did nothing.
	nothingHappenedAt: [429],
	patienceMs: 30_000,
	parallel: 4,
} satisfies Partial<Vendor>;

/** Chat Platform API v3: users, channels, messages, announcements, the webhook setting. */
export const sendbirdChat: Vendor = {
	...common,
	name: CHAT,
	credential: 'sendbirdChatApi',
	baseUrl: (credentials) => (credentials.baseUrl ? bare(credentials.baseUrl) : `https://api-${appId(credentials.appId)}.sendbird.com`),
	classify: classifier(
		CHAT,
		'Put the master or a secondary API token into the Sendbird Chat credential (Dashboard > Settings > Application > General > API tokens), with its own Application ID. The token of Notifications (Business Messaging) is another one and does not work here.',
	),
};

/** Notifications, newly named Business Messaging: another host, another token. */
export const sendbirdNotifications: Vendor = {
	...common,
	name: NOTIFICATIONS,
	credential: 'sendbirdNotificationsApi',
	baseUrl: (credentials) => (credentials.baseUrl ? bare(credentials.baseUrl) : `https://api-${appId(credentials.appId)}.notifications.sendbird.com`),
	account: (credentials) => ({
		baseUrl: sendbirdNotifications.baseUrl(credentials),
		sendPath: String((credentials.sendPath === 'custom' ? credentials.customSendPath : credentials.sendPath) || '/v1/notifications').trim(),
		modeWords: String(credentials.modeWords ?? 'realtimeBatch'),
		templatesPath: String(credentials.templatesPath || '/v1/templates').trim(),
		integrationToken: String(credentials.integrationToken ?? ''),
	}),
	classify: classifier(
		NOTIFICATIONS,
		'Put the Notifications (Business Messaging) API token into the Sendbird Notifications credential (Dashboard > Settings > Business Messaging > Authentication), with its own Application ID. The tokens of Chat do not work here; relay endpoints take the integration token of Settings > Integrations.',
	),
};
