import type { ApiCampaign } from './campaigns/campaign';
import { seedCanvases } from './canvas/seedCanvases';
import { DAY_MS } from './figures/days';
import { messengerSubscribers } from './segments/messengerSubscribers';
import type { Segment } from './segments/segment';
import type { BrazeState } from './state';

export const API_CAMPAIGN = 'campaign-local-marketing';
export const IOS_APP = 'app-acme-ios';
export const ANDROID_APP = 'app-acme-android';
export const WEB_APP = 'app-acme-web';

const FRANCHISES = ['berlin', 'lyon', 'oslo'] as const;
type Franchise = (typeof FRANCHISES)[number];

const CITIES: Record<Franchise, { name: string; language: string; country: string; zone: string }> = {
	berlin: { name: 'Berlin', language: 'de', country: 'DE', zone: 'Europe/Berlin' },
	lyon: { name: 'Lyon', language: 'fr', country: 'FR', zone: 'Europe/Paris' },
	oslo: { name: 'Oslo', language: 'no', country: 'NO', zone: 'Europe/Oslo' },
};

interface Guest {
	name: string;
	franchise: Franchise;
	/** Since when, in days. */
	days: number;
	phone?: boolean;
	app?: string;
	email?: string;
	emailSubscribe?: 'opted_in' | 'unsubscribed';
}

/** Four guests of each franchise: of Berlin one opted out of e-mail, of Oslo one removed the app and one's address bounces. */
const GUESTS: readonly Guest[] = [
	{ name: 'Lena Vogt', franchise: 'berlin', days: 40, phone: true, app: IOS_APP },
	{ name: 'Emre Kaya', franchise: 'berlin', days: 25, phone: true, app: ANDROID_APP, emailSubscribe: 'opted_in' },
	{ name: 'Paul Richter', franchise: 'berlin', days: 12 },
	{ name: 'Mia Lorenz', franchise: 'berlin', days: 3, emailSubscribe: 'unsubscribed' },
	{ name: 'Chloé Martin', franchise: 'lyon', days: 38, phone: true, app: IOS_APP },
	{ name: 'Hugo Petit', franchise: 'lyon', days: 21, app: WEB_APP },
	{ name: 'Inès Moreau', franchise: 'lyon', days: 9, phone: true, emailSubscribe: 'opted_in' },
	{ name: 'Jules Garnier', franchise: 'lyon', days: 2 },
	{ name: 'Nora Berg', franchise: 'oslo', days: 33, phone: true, app: ANDROID_APP },
	{ name: 'Jonas Lie', franchise: 'oslo', days: 17 },
	{ name: 'Ingrid Moe', franchise: 'oslo', days: 6, app: IOS_APP },
	{ name: 'Olav Dahl', franchise: 'oslo', days: 1, email: 'bounce.olav@example.com' },
];

function seedGuests(state: BrazeState): void {
	GUESTS.forEach(({ name, franchise, days, phone, app, email, emailSubscribe }, index) => {
		const [firstName, lastName] = name.split(' ');
		const { name: city, language, country, zone } = CITIES[franchise];
		const plain = firstName.normalize('NFD').replace(/[^a-z]/gi, '').toLowerCase();
		const profile = state.create({
			// The random bucket comes from its end: guest-04 falls into the control group of the Canvas.
			brazeId: `65f0c0de000000000000${(256 + index * 11).toString(16).padStart(4, '0')}`,
			externalId: `guest-${String(index + 1).padStart(2, '0')}`,
			fields: {
				first_name: firstName,
				last_name: lastName,
				email: email ?? `${plain}@example.com`,
				home_city: city,
				language,
				country,
				time_zone: zone,
				...(phone ? { phone: `+130355501${10 + index}` } : {}),
				...(emailSubscribe === undefined ? {} : { email_subscribe: emailSubscribe }),
				...(app === undefined ? {} : { push_tokens: [{ app_id: app, token: `token-${plain}` }] }),
			},
			custom: { franchise, visits: (index * 7) % 12, vip: index % 4 === 0, favourite_dishes: index % 2 === 0 ? ['margherita'] : ['calzone', 'tiramisu'] },
		});
		profile.createdAt -= days * DAY_MS;
		if (phone) state.subscriptions.set(profile, 'subscribed');
		if (app !== undefined) for (let back = 0; back < Math.min(days, 28); back += 4) state.messaging.appUse.open(profile, app, Date.now() - back * DAY_MS);
		profile.events.push({ name: 'ordered', time: Date.now() - Math.min(days, index) * DAY_MS, properties: { dish: 'margherita' }, appId: app });
		if (index % 3 === 0) {
			profile.purchases.push({ productId: 'menu-of-the-day', currency: 'EUR', price: 12.5, quantity: 1 + (index % 2), time: Date.now() - index * DAY_MS, properties: {}, appId: app });
		}
	});
}

function segmentOf(franchise: Franchise, now: number): Segment {
	const { name } = CITIES[franchise];
	return {
		id: `segment-${franchise}`,
		name: `Franchise ${name}`,
		textDescription: `Guests of the restaurant in ${name}`,
		filterDescription: `Custom Attribute franchise equals "${franchise}"`,
		filter: { custom_attribute: { custom_attribute_name: 'franchise', comparison: 'equals', value: franchise } },
		tags: ['franchise'],
		teams: [],
		analyticsTracking: true,
		archived: false,
		createdAt: now - 45 * DAY_MS,
		updatedAt: now - 45 * DAY_MS,
		history: [],
	};
}

function seedSegments(now: number): Segment[] {
	const everyGuest = { custom_attribute: { custom_attribute_name: 'franchise', comparison: 'exists' } };
	const [berlin] = FRANCHISES;
	return [
		...FRANCHISES.map((franchise) => segmentOf(franchise, now)),
		{ ...segmentOf(berlin, now), id: 'segment-all-guests', name: 'All guests', textDescription: 'Of every franchise', filterDescription: 'Custom Attribute franchise exists', filter: everyGuest, analyticsTracking: false, history: [] },
		{ ...segmentOf(berlin, now), id: 'segment-opening', name: 'Opening week', archived: true, history: [] },
		messengerSubscribers(now),
	];
}

/** Oslo has no e-mail variation of its own: its figures run under the default one. */
const apiCampaign = (now: number): ApiCampaign => ({
	type: 'api',
	sandboxId: API_CAMPAIGN,
	name: 'Local marketing',
	delivery: { type: 'api' },
	deliveryNotes: 'Messages that the franchises write themselves; the figures of each run under its own message variation.',
	reEligibility: true,
	audience: null,
	variations: [
		{ id: 'variation-email-default', name: 'Email default', channel: 'email' },
		{ id: 'variation-email-berlin', name: 'Email Berlin', channel: 'email' },
		{ id: 'variation-email-lyon', name: 'Email Lyon', channel: 'email' },
		{ id: 'variation-sms-default', name: 'SMS default', channel: 'sms' },
		{ id: 'variation-ios-default', name: 'iOS push default', channel: 'ios_push' },
		{ id: 'variation-android-default', name: 'Android push default', channel: 'android_push' },
		{ id: 'variation-webhook', name: 'Webhook', channel: 'webhook' },
		{ id: 'variation-whats-app', name: 'WhatsApp', channel: 'whats_app' },
		{ id: 'variation-content-card', name: 'Content card', channel: 'content_cards' },
	],
	status: 'active',
	tags: ['franchise'],
	createdAt: now,
	lastEditedAt: now,
});

/** A brand with three franchises that write to their guests under one API campaign. */
export function seedFranchises(state: BrazeState): void {
	const now = Date.now();
	const { messaging } = state;
	messaging.apps = [
		{ id: IOS_APP, name: 'Acme iOS', platform: 'ios' },
		{ id: ANDROID_APP, name: 'Acme Android', platform: 'android' },
		{ id: WEB_APP, name: 'Acme Web', platform: 'web' },
	];
	messaging.bccAddresses = ['archive@acme.example'];
	messaging.segments = seedSegments(now);
	messaging.canvases = seedCanvases(now);
	messaging.feedCards = [
		{
			id: 'card-summer', name: 'Summer card', title: 'Summer at Acme', description: 'Terrace open', type: 'CaptionedImage', tags: [], archived: false,
			createdAt: now - 30 * DAY_MS, updatedAt: now - 30 * DAY_MS,
			seen: [{ at: now - 2 * DAY_MS, kind: 'impression', by: 'guest-01' }, { at: now - 2 * DAY_MS, kind: 'click', by: 'guest-01' }],
		},
	];
	state.campaigns.push(apiCampaign(now));
	seedGuests(state);
	const ingrid = state.byExternalId('guest-11');
	if (ingrid) messaging.appUse.uninstall(ingrid, IOS_APP, now - DAY_MS);
}
