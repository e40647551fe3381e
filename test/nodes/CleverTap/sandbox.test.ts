import type { IDataObject, INodeParameters } from 'n8n-workflow';
import nock from 'nock';
import { CleverTapTrigger } from '../../../nodes/CleverTap/CleverTapTrigger.node';
import { ACCOUNT, day, PASSCODE, startCleverTap, startReceiver, type CleverTap } from '../../sandbox/clevertap/harness';
import { deliver } from '../../support/delivery';
import { assignments, outcomes, rows } from './cleverTap';

jest.mock('n8n-workflow', () => jest.requireActual<typeof import('../../support/quickSleep')>('../../support/quickSleep').quick);

let clevertap: CleverTap;
beforeAll(async () => {
	// Loading it has put it before the network, which is a real one here.
	nock.restore();
	clevertap = await startCleverTap();
});
beforeEach(async () => await clevertap.reset());
afterAll(async () => await clevertap.close());

const run = async (parameters: INodeParameters, items: IDataObject[] = [{}], region = 'eu1') =>
	await outcomes(parameters, items, { credential: { region: 'custom', baseUrl: `${clevertap.base}/${region}`, accountId: ACCOUNT, passcode: PASSCODE } });

/** The only item; every refusal is shown. */
async function good(parameters: INodeParameters): Promise<IDataObject> {
	const told = await run(parameters);
	expect(told.bad).toEqual([]);
	return told.good[0];
}

const calls = (path: string): number => clevertap.events().filter(({ kind, request }) => kind === 'request' && request?.path.split('?')[0].endsWith(path) === true).length;

const TODAY: INodeParameters = { from: String(day(1)), to: String(day(-1)) };
const id = (value: unknown) => ({ __rl: true, mode: 'id', value: String(value) });

describe('uploads', () => {
	const BAD = 25;
	const COUNT = 10_000;

	it('10,000 events are 10 calls, 15 at once at most; 25 bad ones fail on their own items', async () => {
		await clevertap.settings({ discardedEvents: ['Dropped'], workMs: 20 });
		const bad = new Set(Array.from({ length: BAD }, (_, index) => index * 397 + 3));
		const items = Array.from({ length: COUNT }, (_, index) => ({ id: `user-${index % 5000}`, event: bad.has(index) ? 'Dropped' : 'Seen', n: index % 7 }));
		const told = await run({ resource: 'event', operation: 'upload', userId: '={{ $json.id }}', eventName: '={{ $json.event }}', properties: { assignments: [{ id: '1', name: 'n', type: 'number', value: '={{ $json.n }}' }] } }, items);
		expect(told.places.bad).toEqual([...bad]);
		expect(told.bad.map(({ error }) => Object(error).code)).toEqual(Array(BAD).fill('528'));
		expect(told.good).toHaveLength(COUNT - BAD);
		expect(calls('/1/upload')).toBe(10);
		expect(await run({ resource: 'report', operation: 'getEventCount', eventName: 'Seen', ...TODAY })).toMatchObject({ good: [{ count: COUNT - BAD }] });
	});

	it('equal bad events without a number in the text: as many fail as were refused', async () => {
		await clevertap.settings({ recordNumbers: false });
		await clevertap.control('POST', '/record-faults', { code: 555, identity: 'same', times: 2 });
		const told = await run({ resource: 'event', operation: 'upload', userId: '={{ $json.id }}', eventName: 'Seen' }, ['same', 'other', 'same', 'same'].map((name) => ({ id: name })));
		expect(told.places).toEqual({ good: [1, 3], bad: [0, 2] });
		expect(told.bad[0].error).toMatchObject({ class: 'unavailable', code: '555' });
	});

	it('profiles with dates and operators; a dry run keeps nothing', async () => {
		const upload: INodeParameters = { resource: 'profile', operation: 'upload', userId: 'new-1', profile: assignments({ Name: ['string', 'New'], Visits: ['number', 1] }), dates: rows({ name: 'Since', value: '2026-01-01T00:00:00Z' }) };
		expect(await good({ ...upload, more: { dryRun: true } })).toMatchObject({ valid: true });
		expect(await clevertap.exists('new-1')).toBe(false);
		await good(upload);
		await good({ resource: 'profile', operation: 'upload', userId: 'new-1', more: { profileJson: '{"Visits": {"$incr": 2}, "Tags": {"$add": ["a"]}}' } });
		expect((await clevertap.profile('new-1')).data).toMatchObject({ Name: 'New', Visits: 3, Tags: ['a'], Since: '$D_1767225600' });
	});

	it('never more than 15 uploads and 3 calls of another API at once, so nobody is turned away', async () => {
		await clevertap.settings({ workMs: 10 });
		const people = Array.from({ length: 40 }, (_, index) => ({ id: `p${index}` }));
		expect((await run({ resource: 'profile', operation: 'upload', userId: '={{ $json.id }}', more: { batchSize: 1 } }, people)).good).toHaveLength(40);
		expect((await run({ resource: 'profile', operation: 'get', userId: '={{ $json.id }}' }, people.slice(0, 10))).good).toHaveLength(10);
		expect(calls('/1/upload') + calls('/1/profile.json')).toBe(50);
		expect(JSON.stringify((await clevertap.control('GET', '/concurrency')).body)).toMatch(/upload":15.*profile\.json":3/);
	});

	it('a device token', async () => {
		expect(await good({ resource: 'deviceToken', operation: 'upload', objectId: 'device-9', deviceId: 'abc', tokenType: 'fcm' })).toMatchObject({ processed: true });
	});
});

it('the wrong region is told as such', async () => {
	const { bad } = await run({ resource: 'profile', operation: 'get', userId: 'cust-42' }, [{}], 'in1');
	expect(bad[0].error).toMatchObject({ class: 'unauthorized', status: 401, message: expect.stringContaining('/in1'), fix: expect.stringContaining('another region') });
});

describe('reads and reports', () => {
	it('a profile, by identity and by email; nobody', async () => {
		expect(await good({ resource: 'profile', operation: 'get', userId: 'cust-42' })).toMatchObject({ identity: 'cust-42', profileData: { SendbirdID: 'cust-42' } });
		expect((await run({ resource: 'profile', operation: 'get', userId: 'nobody' })).bad[0].error).toMatchObject({ class: 'notFound' });
	});

	it('events and profiles by cursor', async () => {
		await run({ resource: 'event', operation: 'upload', userId: '={{ $json.id }}', eventName: 'Notification', more: { propertiesJson: '{"status": "READ"}' } }, Array.from({ length: 60 }, (_, index) => ({ id: `reader-${index}` })));
		const query: INodeParameters = { eventName: 'Notification', ...TODAY, eventFilters: rows({ name: 'status', operator: 'equals', value: 'READ', valueType: 'text' }) };
		expect((await run({ resource: 'event', operation: 'getMany', ...query, returnAll: false, limit: 50 })).good).toHaveLength(50);
		const all = await run({ resource: 'profile', operation: 'getMany', ...query, returnAll: true });
		expect(all.good.map(({ identity }) => identity)).toContain('reader-59');
	});

	it('every report, the heavy ones too', async () => {
		await clevertap.settings({ heavyDays: 0 });
		await run({ resource: 'event', operation: 'upload', userId: 'cust-42', eventName: 'Paid', more: { propertiesJson: '{"City": "Lyon", "Amount": 5}' } });
		const query: INodeParameters = { resource: 'report', eventName: 'Paid', ...TODAY };
		expect(await good({ ...query, operation: 'getEventCount' })).toEqual({ count: 1 });
		expect(await good({ ...query, operation: 'getProfileCount' })).toEqual({ count: 1 });
		expect(Object.values(Object((await good({ ...query, operation: 'getTrends', trends: ['daily'], more: { sumEventProperty: 'Amount' } })).daily))).toEqual([5]);
		expect(await good({ ...query, operation: 'getTopProperties', groups: rows({ name: 'City', propertyType: 'event_properties', topN: 3, order: 'desc' }) })).toEqual({ City: { STR: { Lyon: 1 } } });
		expect(await good({ resource: 'report', operation: 'getRealTimeCount', userType: true })).toMatchObject({ count: expect.any(Number), user_type: {} });
		expect((await run({ resource: 'report', operation: 'getMessageReport', ...TODAY, split: true })).good.map(({ message_name: name }) => name)).toEqual(['Order update (external trigger)']);
	});
});

describe('profile management', () => {
	it('deletes, demerges, unsubscribes, disassociates', async () => {
		await good({ resource: 'profile', operation: 'delete', userId: 'cust-48' });
		await good({ resource: 'profile', operation: 'demerge', identity: 'cust-46' });
		await clevertap.age(25 * 3600);
		expect(await clevertap.exists('cust-48')).toBe(false);
		const email = String((await clevertap.profile('cust-42')).data.Email);
		const told = await run({ resource: 'profile', operation: 'subscribe', type: 'email', value: '={{ $json.v }}', status: 'Unsubscribe' }, [{ v: email }, { v: 'nobody@example.com' }]);
		expect(told.places).toEqual({ good: [0], bad: [1] });
		await run({ resource: 'profile', operation: 'upload', userId: '+14155559999' });
		await good({ resource: 'profile', operation: 'disassociate', phone: '+14155559999' });
	});
});

describe('campaigns and sends', () => {
	const CREATE: INodeParameters = { resource: 'campaign', operation: 'create', campaignName: 'Sale', audience: 'segment', segment: '1001', channel: 'push', pushTitle: 'Hi', pushBody: 'There' };

	it.each<[INodeParameters]>([
		[{}],
		[{ channel: 'webpush', webPushTitle: 'Hi', webPushBody: 'There' }],
		[{ channel: 'email', providerName: 'p', emailSubject: 'Hi', emailBody: 'x', emailSender: 'y' }],
		[{ channel: 'sms', providerName: 'p', smsBody: 'Hi' }],
		[{ channel: 'whatsapp', providerName: 'p', whatsAppTemplate: 't' }],
		[{ audience: 'everybody', broadcast: true }],
		[{ audience: 'where', eventName: 'Charged', ...TODAY }],
		[{ audience: 'profiles', profileFilters: rows({ name: 'Tier', operator: 'equals', value: 'Gold', valueType: 'text' }) }],
	])('is made: %p', async (more) => {
		expect(await good({ ...CREATE, ...more })).toMatchObject({ id: expect.any(Number), name: 'Sale' });
	});

	it('is estimated, listed, stopped, reported', async () => {
		expect(await good({ ...CREATE, operation: 'estimate' })).toHaveProperty('estimates');
		const { id: made } = await good({ ...CREATE, deliveryTime: '20991231 09:30' });
		expect((await run({ resource: 'campaign', operation: 'getMany', ...TODAY, returnAll: true })).good).toEqual([expect.objectContaining({ id: made, status: 'scheduled' })]);
		expect((await run({ resource: 'campaign', operation: 'getReport', campaign: id(made) })).bad[0].error).toMatchObject({ class: 'conflict' });
		expect(await good({ resource: 'campaign', operation: 'stop', campaign: id(made) })).toMatchObject({ stopped: true });
	});

	it('messages and external triggers reach named users', async () => {
		await good({ resource: 'message', operation: 'sendSms', userId: 'cust-42', providerName: 'p', smsBody: 'Hi' });
		await good({ resource: 'message', operation: 'sendPush', userId: 'cust-42', pushTitle: 'Hi', pushBody: 'There' });
		const campaign = await clevertap.figures(encodeURIComponent('Order update (external trigger)'));
		const trigger: INodeParameters = { resource: 'externalTrigger', userId: 'cust-42', values: assignments({ order_id: ['number', 7], state: ['string', 'shipped'] }) };
		expect(await good({ ...trigger, operation: 'send', campaignId: String(campaign.id) })).toMatchObject({ accepted: true });
		expect(await good({ ...trigger, operation: 'sendSeveral', campaignIds: String(campaign.id) })).toMatchObject({ accepted: true });
	});
});

describe('its webhooks, as they come', () => {
	const SECRET = 'a-long-random-webhook-secret';
	const read = async (text: string, headers: Record<string, unknown>) =>
		await deliver({ nodeType: new CleverTapTrigger(), parameters: {}, credentials: { webhookSecret: SECRET }, headers: headers as Record<string, string>, body: text, workflowId: `wf-${Math.random()}` });

	it('the test call, one call for many, one call each', async () => {
		const receiver = await startReceiver();
		try {
			for (const [name, more] of [['Sendbird multi', { headers: { 'X-Webhook-Secret': SECRET } }], ['Sendbird single', { auth: { type: 'basic', username: 'n8n', password: SECRET } }]] as const) {
				expect((await clevertap.webhook({ name, url: receiver.url, ...more } as never)).status).toBe(201);
			}
			expect((await read(receiver.received[0].text, receiver.received[0].headers)).returned).toEqual({ webhookResponse: { dropped: true } });
			await clevertap.start('multi');
			const [many] = await receiver.calls(1);
			const broadcast = await read(many.text, many.headers);
			expect(broadcast.outputs[0].map(({ customer }) => Object(customer).identity)).toEqual(expect.arrayContaining(['cust-42', 'cust-45', 'cust-47']));
			await clevertap.start('single');
			await clevertap.control('POST', '/profiles/cust-42/events', { evtName: 'Order Shipped', evtData: { order_id: 7 } });
			const one = (await receiver.calls(2))[1];
			expect((await read(one.text, one.headers)).outputs).toMatchObject([[{ customer: { identity: 'cust-42' }, eventProperties: { order_id: 7 }, profile: { SendbirdID: 'cust-42' } }], []]);
		} finally {
			await receiver.close();
		}
	});
});
