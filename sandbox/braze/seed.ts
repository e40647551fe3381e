import type { BrazeState, NewProfile } from './state';
import type { SubscriptionState } from './sms/smsSubscriptions';

interface Seeded extends NewProfile {
	brazeId: string;
	sms: SubscriptionState;
}

/** A small believable world. Numbers are from the ranges that are kept free for fiction. */
const CUSTOMERS: Seeded[] = [
	{
		brazeId: '65f0c0de0000000000000042',
		externalId: 'cust-42',
		fields: { first_name: 'Ada', last_name: 'Lovelace', email: 'ada@example.com', phone: '+12025550142', language: 'en', country: 'US' },
		custom: { favorite_color: 'green', loyalty_points: 120 },
		sms: 'subscribed',
	},
	{
		brazeId: '65f0c0de0000000000000043',
		externalId: 'cust-43',
		fields: { phone: '+12025550143', language: 'fr' },
		sms: 'subscribed',
	},
	{
		brazeId: '65f0c0de0000000000000044',
		fields: { first_name: 'Grace', phone: '+12025550144', language: 'en' },
		sms: 'subscribed',
	},
	{
		brazeId: '65f0c0de0000000000000045',
		externalId: 'cust-45',
		fields: { first_name: 'Jörg', last_name: 'Müller', email: 'joerg@example.com', phone: '+12025550145', language: 'de' },
		sms: 'subscribed',
	},
	{
		brazeId: '65f0c0de0000000000000046',
		externalId: 'cust-46',
		fields: { first_name: 'Anna', last_name: 'Müller', email: 'anna@example.com', phone: '+12025550145', language: 'de' },
		sms: 'subscribed',
	},
	{
		brazeId: '65f0c0de0000000000000047',
		externalId: 'cust-47',
		fields: { first_name: 'Edsger', last_name: 'Dijkstra', email: 'edsger@example.com', phone: '+12025550147', language: 'nl' },
		sms: 'unsubscribed',
	},
];

/** cust-43 has no name, …44 no external id, cust-45 and cust-46 share a phone, cust-47 opted out. */
export function seedCustomers(state: BrazeState): void {
	for (const { sms, ...customer } of CUSTOMERS) state.subscriptions.set(state.create(customer), sms);
}
