import type { INodeParameters } from 'n8n-workflow';
import { closedNetwork, RESET } from '../../support/network';
import { api, assignments, failed, failureOf, one, rows } from './cleverTap';

jest.mock('n8n-workflow', () => jest.requireActual<typeof import('../../support/quickSleep')>('../../support/quickSleep').quick);
closedNetwork();

const CREATE: INodeParameters = { resource: 'campaign', operation: 'create', campaignName: 'Sale', audience: 'segment', segment: '1001', channel: 'push', pushTitle: 'Hi', pushBody: 'There', more: {} };
const BODY = { name: 'Sale', target_mode: 'push', segment: 1001, content: { title: 'Hi', body: 'There' }, when: 'now', estimate_only: false };
const created = { status: 'success', id: 1457433898, estimates: { android: 3, ios: 2 } };

it('push to a segment, now', async () => {
	api().post('/1/targets/create.json', BODY).reply(200, created);
	expect(await one(CREATE)).toEqual({ id: 1457433898, name: 'Sale', channel: 'push', estimates: { android: 3, ios: 2 } });
});

const channel = (mode: string, content: object | undefined, provider?: string) => ({ name: 'Sale', target_mode: mode, segment: 1001, ...(content ? { content } : {}), ...(provider ? { provider_nick_name: provider } : {}), when: 'now', estimate_only: false });

it.each<[string, INodeParameters, object]>([
	['push with platforms', { pushPlatforms: '{"android": {"wzrk_cid": "c"}}', more: { devices: ['ios'], labels: 'a, b', respectFrequencyCaps: true } }, { ...BODY, content: { title: 'Hi', body: 'There', platform_specific: { android: { wzrk_cid: 'c' } } }, devices: ['ios'], labels: ['a', 'b'], respect_frequency_caps: true }],
	['web push', { channel: 'webpush', webPushTitle: 'Hi', webPushBody: 'There', webPushPlatforms: '{"chrome": {"ttl": 10}}' }, channel('webpush', { title: 'Hi', body: 'There', platform_specific: { chrome: { ttl: 10 } } })],
	['email', { channel: 'email', providerName: 'ses', emailSubject: 'Hi', emailBody: '<p>There</p>', emailSender: 'Shop', emailReplyTo: 'shop@example.com' }, channel('email', { subject: 'Hi', body: '<p>There</p>', sender_name: 'Shop', reply_to: 'shop@example.com' }, 'ses')],
	['SMS', { channel: 'sms', providerName: 'twilio', smsBody: 'Hi' }, channel('sms', { body: 'Hi' }, 'twilio')],
	['WhatsApp', { channel: 'whatsapp', providerName: 'wa', whatsAppTemplate: 'order', whatsAppLocale: 'en', whatsAppBody: 'Ada, 42', whatsAppParts: '{"header": {"media": "x"}}' }, channel('whatsapp', { template_name: 'order', locale: 'en', body: { replacements: ['Ada', '42'] }, header: { media: 'x' } }, 'wa')],
	[
		'webhook',
		{ channel: 'webhook', webhookName: 'Sendbird multi', webhookTold: ['identities'], webhookKeyValues: assignments({ template: ['string', 'order'], n: ['number', 1] }) },
		{ ...channel('webhook', undefined), webhook_endpoint_name: 'Sendbird multi', webhook_fields: ['identities'], webhook_key_value: { template: 'order', n: '1' } },
	],
	['later, with a goal and fields of its own', { deliveryTime: '2026-12-01 09:30', more: { conversionEvent: 'Charged', conversionTime: 3600, json: '{"ttl": {"ttl_type": "relative", "value": 5}}' } }, { ...BODY, when: '20261201 09:30', conversion_goal: { event_name: 'Charged', conversion_time: 3600 }, ttl: { ttl_type: 'relative', value: 5 } }],
	[
		'who did something',
		{ audience: 'where', eventName: 'Charged', from: '20261101', to: '20261121', profileFilters: rows({ name: 'Tier', operator: 'equals', value: 'Gold', valueType: 'text' }) },
		{ name: 'Sale', target_mode: 'push', where: { event_name: 'Charged', from: 20261101, to: 20261121, common_profile_properties: { profile_fields: [{ name: 'Tier', operator: 'equals', value: 'Gold' }] } }, content: BODY.content, when: 'now', estimate_only: false },
	],
	[
		'who has attributes',
		{ audience: 'profiles', profileFilters: rows({ name: 'Tier', operator: 'equals', value: 'Gold', valueType: 'text' }) },
		{ name: 'Sale', target_mode: 'push', where: { common_profile_properties: { profile_fields: [{ name: 'Tier', operator: 'equals', value: 'Gold' }] } }, content: BODY.content, when: 'now', estimate_only: false },
	],
	['everybody, with the switch', { audience: 'everybody', broadcast: true }, { name: 'Sale', target_mode: 'push', segment: 'all', content: BODY.content, when: 'now', estimate_only: false }],
])('%s', async (_, more, body) => {
	api().post('/1/targets/create.json', body as never).reply(200, created);
	await one({ ...CREATE, ...more });
});

describe('everybody is never reached by mistake', () => {
	it.each<[INodeParameters, string]>([
		[{ audience: 'everybody' }, 'Broadcast: is off'],
		[{ audience: 'everybody', broadcast: false }, 'Broadcast: is off'],
		[{ segment: 'all' }, 'Segment ID: is everybody'],
		[{ segment: '={{ "" }}' }, 'Segment ID: is missing'],
		[{ audience: 'profiles' }, 'Profile Filters: are missing'],
		[{ audience: 'where', eventName: '={{ "" }}', from: '20261101', to: '20261121' }, 'Event Name: is missing'],
		[{ more: { json: '{"segment": "all"}' } }, 'Other Fields as JSON: may not hold "segment"'],
		[{ more: { json: '{"where": {}}' } }, 'Other Fields as JSON: may not hold "where"'],
	])('%p', async (more, message) => {
		expect(Object(await failureOf({ ...CREATE, ...more })).message).toContain(message);
	});
});

it.each<[INodeParameters, string]>([
	[{ channel: 'sms', smsBody: 'Hi', providerName: '={{ "" }}' }, 'Provider Nickname: is missing'],
	[{ channel: 'email', providerName: 'p', emailSubject: '={{ "" }}', emailBody: 'x', emailSender: 'y' }, 'Subject: is missing'],
	[{ channel: 'webhook', webhookName: '={{ "" }}' }, 'Webhook: is missing'],
	[{ pushBody: '={{ "" }}' }, 'Message: is missing'],
	[{ deliveryTime: '2026-12-01T09:30:00Z' }, 'Delivery Time: has a time zone'],
	[{ deliveryTime: '20261301 09:30' }, 'Delivery Time: must be a time'],
	[{ deliveryTime: '20260230 09:30' }, 'Delivery Time: must be a time'],
	[{ more: { conversionEvent: 'a:b' } }, 'Conversion Event: holds'],
])('is refused before the call: %p', async (more, message) => {
	expect(Object(await failureOf({ ...CREATE, ...more })).message).toContain(message);
});

describe('a campaign is made once', () => {
	it.each([['a lost answer', RESET], ['500', 500]])('%s: unknown, and no second call', async (_, how) => {
		const call = api().post('/1/targets/create.json');
		if (typeof how === 'number') call.reply(how, failed('Server error', how));
		else call.replyWithError(how);
		expect(await failureOf(CREATE)).toMatchObject({ class: 'unknownOutcome' });
	});

	it('a success without an id is unknown', async () => {
		api().post('/1/targets/create.json').reply(200, { status: 'success' });
		expect(await failureOf(CREATE)).toMatchObject({ class: 'unknownOutcome', message: expect.stringContaining('it has no "id"') });
	});
});

it('an estimate makes nothing, needs no switch, and may be repeated', async () => {
	const body = { name: 'Sale', target_mode: 'push', segment: 'all', content: BODY.content, when: 'now', estimate_only: true };
	api().post('/1/targets/create.json', body).replyWithError(RESET);
	api().post('/1/targets/create.json', body).reply(200, { status: 'success', estimates: { android: 3 } });
	expect(await one({ ...CREATE, operation: 'estimate', audience: 'everybody' })).toEqual({ estimates: { android: 3 } });
	expect(Object(await failureOf({ ...CREATE, operation: 'estimate', more: { json: '{"estimate_only": false}' } })).message).toContain('may not hold "estimate_only"');
});

it('stop', async () => {
	api().post('/1/targets/stop.json', { id: 7 }).reply(200, { status: 'success' });
	expect(await one({ resource: 'campaign', operation: 'stop', campaign: { __rl: true, mode: 'id', value: '7' } })).toEqual({ id: 7, stopped: true });
});
