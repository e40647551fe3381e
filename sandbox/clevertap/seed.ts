import { newCampaign } from './campaigns/campaign';
import type { CleverTapSettings } from './controls/controlTypes';
import type { JsonObject } from './json';
import type { CleverTapState } from './state';
import type { Device, Millis } from './types';

export const DEFAULT_SETTINGS: Readonly<CleverTapSettings> = {
	webhookPatienceMs: 3000,
	webhookRetries: 1,
	broadcastSize: 500,
	uploadsInFlight: 15,
	othersInFlight: 3,
	workMs: 10,
	heavyDays: 30,
	polls: 2,
	recordNumbers: true,
	downloadTs: 'digits',
	unknownProfile: 'null',
	eventProperties: 256,
	discardedEvents: [],
};

const HOUR: Millis = 3_600_000;
const DAY: Millis = 24 * HOUR;

interface Person {
	identity: string;
	data: JsonObject;
	devices?: Device[];
	/** Names of events with how long ago. */
	events?: Array<[string, Millis, JsonObject]>;
}

const phone = (identity: string, platform: 'Android' | 'iOS'): Device => ({
	objectId: `__g${identity.replace(/\W/g, '')}device`,
	platform,
	tokenType: platform === 'iOS' ? 'apns' : 'fcm',
	token: `push-token-${identity}`,
});

/** The people of the sandbox's Braze, and two more; `SendbirdID` names users of the sandbox's Sendbird. Numbers are from the ranges that are kept free for fiction. */
const PEOPLE: Person[] = [
	{
		identity: 'cust-42',
		data: { Name: 'Ada Lovelace', Email: 'ada@example.com', Phone: '+12025550142', SendbirdID: 'cust-42', 'Customer Type': 'Gold', favorite_color: 'green', loyalty_points: 120 },
		devices: [phone('cust-42', 'iOS')],
		events: [['Product Viewed', 2 * DAY, { 'Product name': 'Trail Shoe', Price: 89.5 }], ['Charged', DAY, { Amount: 89.5, Currency: 'EUR', 'Payment mode': 'Card' }]],
	},
	{ identity: 'cust-43', data: { Phone: '+12025550143', SendbirdID: 'cust-43', 'Customer Type': 'Silver' }, devices: [phone('cust-43', 'Android')] },
	{
		identity: 'cust-45',
		data: { Name: 'Jörg Müller', Email: 'joerg@example.com', Phone: '+12025550145', SendbirdID: 'cust-45', 'Customer Type': 'Gold' },
		devices: [phone('cust-45', 'Android')],
		events: [['Product Viewed', 3 * DAY, { 'Product name': 'Rain Jacket', Price: 120 }]],
	},
	{ identity: 'cust-46', data: { Name: 'Anna Müller', Email: 'anna@example.com', Phone: '+12025550145', SendbirdID: 'cust-46', 'Customer Type': 'Silver' } },
	{ identity: 'cust-47', data: { Name: 'Edsger Dijkstra', Email: 'edsger@example.com', Phone: '+12025550147', 'Customer Type': 'Gold', 'MSG-sms': false } },
	{
		identity: 'grace@example.com',
		data: { Name: 'Grace Hopper', Email: 'grace@example.com', Phone: '+12025550144', SendbirdID: 'sb-grace', 'Customer Type': 'Silver', interests: ['running', 'tennis'] },
		devices: [phone('grace@example.com', 'iOS')],
	},
	{
		identity: 'cust-48',
		data: { Name: 'Alan Turing', Email: 'alan@example.com', Phone: '+12025550148', SendbirdID: 'sb-retired', 'Customer Type': 'Bronze' },
		events: [['Product Viewed', 40 * DAY, { 'Product name': 'Water Bottle', Price: 12 }]],
	},
	{ identity: 'cust-49', data: { Name: 'Chien-Shiung Wu', Email: 'wu@example.com', Phone: '+12025550149', SendbirdID: 'sb-nobody', 'Customer Type': 'Gold' } },
];

function person(state: CleverTapState, { identity, data, devices = [], events = [] }: Person): void {
	const profile = state.people.create([{ kind: 'identity', value: identity }], Date.now() - 200 * DAY);
	state.people.setData(profile, data);
	for (const device of devices) {
		state.people.addIds(profile, [{ kind: 'objectId', value: device.objectId }]);
		state.people.addDevice(profile, device);
	}
	for (const [name, ago, properties] of events) state.events.add(profile, name, properties, Date.now() - ago);
}

/**
 * A small shop. cust-43 has no name, cust-45 and cust-46 share a phone, cust-47 has no SendbirdID, that of cust-48 is deactivated
 * and that of cust-49 unknown at Sendbird. Webhooks are made by whoever plays a scene.
 */
export function seed(state: CleverTapState): void {
	state.account = {
		id: 'SBX-4W7-KR5Z',
		name: 'Sandbox Sports',
		region: 'eu1',
		passcodes: [
			{ value: 'sandbox-clevertap-passcode', name: 'n8n', active: true },
			{ value: 'sandbox-clevertap-sendbird', name: 'Sendbird', active: true },
			{ value: 'sandbox-clevertap-old', name: 'rotated away', active: false },
		],
	};
	for (const each of PEOPLE) person(state, each);
	const gold = { common_profile_properties: { profile_fields: [{ name: 'Customer Type', operator: 'equals', value: 'Gold' }] } };
	state.segments.set(1001, { name: 'Gold customers', where: gold });
	newCampaign(state, {
		name: 'single',
		channel: 'webhook',
		delivery: 'action',
		audience: { segment: 'all' },
		trigger: { eventName: 'Order Shipped' },
		webhook: {
			endpoint: 'Sendbird single',
			keyValues: { template_key: 'order-shipped', receiver: '{{Profile.SendbirdID}}', order_id: '{{Event.order_id}}', event_name: 'Order Shipped Notification' },
		},
	});
	newCampaign(state, {
		name: 'multi',
		channel: 'webhook',
		delivery: 'one_time',
		audience: { segment: 1001 },
		webhook: { endpoint: 'Sendbird multi', keyValues: { template_key: 'spring-sale', event_name: 'Spring Sale Notification' } },
	});
	newCampaign(state, {
		name: 'Order update (external trigger)',
		channel: 'push',
		delivery: 'external_trigger',
		status: 'running',
		audience: { segment: 'all' },
		content: { title: 'Your order', body: 'Order {{ExternalTrigger.order_id}} is {{ExternalTrigger.state}}' },
	});
}
