import type { MessengerState } from './state';
import type { App, Page, Permission, Person, Token } from './types';

export const PAGE_ID = '100200300400500';
export const OTHER_PAGE_ID = '100200300400501';
export const APP_ID = '1122334455667788';
export const SECOND_APP_ID = '1122334455667799';
/** The Page inbox, the same for everybody. */
export const INBOX_APP_ID = '263902037430900';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const ALL: readonly Permission[] = ['pages_messaging', 'pages_manage_metadata', 'pages_show_list', 'pages_read_engagement', 'pages_utility_messaging'];

const app = (id: string, name: string, secret: string): App => ({
	id, name, secret, mode: 'live', requireAppSecretProof: false, humanAgent: true, profileReviewed: false, subscriptions: new Map(),
});

const page = (id: string, name: string, username: string): Page => ({
	id, name, username, category: 'Sporting Goods Store', link: `https://www.facebook.com/${username}`, about: 'Everything for runners', fan_count: 1204,
	subscribedApps: new Map(), restricted: false, messengerProfile: {}, profileWrites: [], personas: [], attachments: new Map(), templates: [],
	labels: [], orderNumbers: new Set(), nlp: { nlp_enabled: false },
});

export interface NewPerson extends Partial<Person> {
	psid: string;
	first_name: string;
	last_name: string;
	/** How long ago the last message came, ms. */
	wroteAgo?: number;
}

/** Somebody towards the first Page, unless `given` says otherwise. */
export function newPerson({ wroteAgo, ...given }: NewPerson): Person {
	const at = wroteAgo === undefined ? undefined : Date.now() - wroteAgo;
	return {
		pageId: PAGE_ID,
		humanId: given.psid,
		profile_pic: `https://platform-lookaside.fbsbx.com/platform/profilepic/?psid=${given.psid}`,
		locale: 'en_US',
		timezone: 1,
		gender: 'female',
		hasProfile: true,
		hasRole: false,
		blocked: false,
		startedAt: at,
		lastInboundAt: at,
		chat: at === undefined ? [] : [{ mid: `m_seeded-${given.psid}`, at, direction: 'in', text: 'Hello' }],
		labels: new Set(),
		userRefs: new Set(),
		notificationTokens: new Set(),
		comments: new Map(),
		...given,
	};
}

const PEOPLE: NewPerson[] = [
	{ psid: '24567890123456781', first_name: 'Ada', last_name: 'Lovelace', hasRole: true, wroteAgo: HOUR },
	{ psid: '24567890123456783', first_name: 'Jörg', last_name: 'Müller', locale: 'de_DE', gender: 'male', wroteAgo: 2 * HOUR },
	{ psid: '24567890123456785', first_name: 'Grace', last_name: 'Hopper', wroteAgo: 3 * DAY },
	{ psid: '24567890123456787', first_name: 'Edsger', last_name: 'Dijkstra', locale: 'nl_NL', gender: 'male', wroteAgo: 10 * DAY },
	{ psid: '24567890123456789', first_name: 'Anna', last_name: 'Kowalska', locale: 'pl_PL', blocked: true, wroteAgo: HOUR },
	{ psid: '24567890123456791', first_name: 'Alan', last_name: 'Turing', gender: 'male', hasProfile: false, wroteAgo: HOUR },
	{ psid: '24567890123456793', first_name: 'Mary', last_name: 'Somerville' },
	{ psid: '24567890123456795', first_name: 'Ada', last_name: 'Lovelace', pageId: OTHER_PAGE_ID, humanId: '24567890123456781', hasRole: true, wroteAgo: HOUR },
];

const token = (value: string, more: Partial<Token> = {}): Token => ({ value, kind: 'page', appId: APP_ID, pageId: PAGE_ID, permissions: ALL, state: 'valid', ...more });

/** A small believable world: two apps, two Pages, and people in every state of the window. */
export function seed(state: MessengerState): void {
	for (const each of [
		app(APP_ID, 'Sandbox Messenger App', 'sandbox-app-secret'),
		app(SECOND_APP_ID, 'Sandbox Warehouse Bot', 'sandbox-second-app-secret'),
	]) state.apps.set(each.id, each);
	for (const each of [page(PAGE_ID, 'Sandbox Sports', 'sandboxsports'), page(OTHER_PAGE_ID, 'Sandbox Outlet', 'sandboxoutlet')]) state.pages.set(each.id, each);
	state.people = PEOPLE.map(newPerson);
	state.tokens = [
		token('sandbox-page-token'),
		token('sandbox-page-token-read-only', { permissions: ['pages_show_list', 'pages_read_engagement'] }),
		token('sandbox-page-token-expired', { state: 'expired' }),
		token('sandbox-other-page-token', { pageId: OTHER_PAGE_ID }),
		token('sandbox-second-app-token', { appId: SECOND_APP_ID }),
		token('sandbox-user-token', { kind: 'user', pageId: undefined }),
	];
}
