import * as CleverTapPackage from 'clevertap';
import { ACCOUNT, day, nowSeconds, PASSCODE, startCleverTap, type CleverTap } from './harness';

let clevertap: CleverTap;
let client: CleverTapPackage.Client;
const called = new Set<string>();

/** The vendor's own Node library, pointed at a region of the sandbox; what it calls is written down. */
function connect(passcode = PASSCODE, region = CleverTapPackage.REGIONS.EUROPE): CleverTapPackage.Client {
	const real = CleverTapPackage.init(ACCOUNT, passcode, region);
	real.api.apiEndpoint = `${clevertap.base}/${region}/1`;
	return new Proxy(real, {
		get(target, name) {
			const value: unknown = Reflect.get(target, name);
			if (typeof value !== 'function') return value;
			called.add(String(name));
			return value.bind(target) as unknown;
		},
	});
}

beforeAll(async () => {
	clevertap = await startCleverTap({ waitFactor: 1 });
	client = connect();
});
beforeEach(async () => await clevertap.reset());
afterAll(async () => await clevertap.close());

const sale = (identity: string, product: string, daysAgo = 0) => ({ type: 'event', identity, evtName: 'Sale', ts: nowSeconds() - daysAgo * 86_400, evtData: { product, price: 5 } });
const range = { event_name: 'Sale', from: day(1), to: day() };
const SUCCESS = { status: 'success' };

describe('uploads', () => {
	it('profiles and events', async () => {
		const records = [sale('cust-42', 'shoe'), { type: 'profile', identity: 'new-1', profileData: { Name: 'New', Email: 'new@example.com' } }, { type: 'event', FBID: 'fb-1', evtName: 'Charged', evtData: { Amount: 300, Items: [{ Quantity: 1 }] } }];
		expect(await client.upload(records)).toEqual({ status: 'success', processed: 3, unprocessed: [] });
		expect((await clevertap.profile('new-1')).data.Name).toBe('New');
	});

	it('in batches of a hundred, an answer each', async () => {
		const answers = await client.upload(Array.from({ length: 250 }, (_, index) => sale(`many-${index}`, 'bag')));
		expect(answers).toEqual([100, 100, 50].map((processed) => ({ status: 'success', processed, unprocessed: [] })));
	});

	it('a refused record', async () => {
		expect(await client.upload([{ type: 'event', identity: 'a', evtName: 'App Launched', evtData: {} }])).toMatchObject({ status: 'fail', unprocessed: [{ code: 513 }] });
	});

	it('device tokens', async () => {
		const token = { type: 'token', objectId: 'dev-46', identity: 'cust-46', tokenData: { id: 'tok', type: 'fcm' } };
		expect(await client.uploadDeviceTokens([token])).toMatchObject(SUCCESS);
		expect((await clevertap.profile('cust-46')).devices).toMatchObject([{ token: 'tok' }]);
	});
});

describe('reading', () => {
	beforeEach(async () => {
		await clevertap.upload(...Array.from({ length: 23 }, (_, index) => sale(index < 12 ? 'cust-42' : `buyer-${index}`, index % 2 === 0 ? 'shoe' : 'bag')));
	});

	it('one profile by each of its ids', async () => {
		const found = await client.profile({ identity: 'cust-42' });
		expect(found).toMatchObject({ status: 'success', record: { email: 'ada@example.com', events: { Sale: { count: 12 } } } });
		expect(await client.profile({ email: 'ada@example.com' })).toEqual(found);
		expect(await client.profile({ objectId: (await clevertap.profile('cust-42')).objectId })).toEqual(found);
	});

	it('profiles and events over several pages', async () => {
		const profiles = await client.profiles(range, { batchSize: 5 });
		expect(profiles.map(({ identity }) => identity)).toEqual(['cust-42', ...Array.from({ length: 11 }, (_, index) => `buyer-${index + 12}`)]);
		const events = await client.events({ ...range, props: [{ name: 'product', operator: 'contains', value: 'sho' }] });
		expect(events).toHaveLength(12);
		expect(events[0]).toMatchObject({ event_props: { product: 'shoe' }, profile: { identity: 'cust-42' } });
	});

	it('counts', async () => {
		expect(await client.getEventsCount(range)).toEqual({ status: 'success', count: 23 });
		expect(await client.getProfilesCount(range)).toEqual({ status: 'success', count: 12 });
		expect(await client.getEventsCount({ ...range, from: day(60) })).toMatchObject({ status: 'partial', req_id: expect.any(String) });
	});

	it('reports', async () => {
		expect(await client.trends({ ...range, groups: { foo: { trend_type: 'daily' } }, sum_event_prop: 'price' })).toEqual({ status: 'success', foo: { [day()]: 115 } });
		expect(await client.topPropertyCounts({ ...range, groups: { foo: { property_type: 'event_properties', name: 'product', top_n: 1 } } })).toEqual({ status: 'success', foo: { STR: { shoe: 12 } } });
		expect(await client.realTimeCounts({ user_type: true })).toEqual({ status: 'success', count: 12, user_type: { new: 11, repeat: 1 } });
		expect(await client.getMessageReports({ from: String(day(1)), to: String(day()) })).toMatchObject({ status: 'success', messages: [{ message_name: 'Order update (external trigger)' }] });
	});
});

describe('managing profiles', () => {
	it('delete', async () => {
		expect(await client.delete({ identity: 'cust-42' })).toMatchObject(SUCCESS);
		await clevertap.age(60);
		expect(await clevertap.exists('cust-42')).toBe(false);
	});

	it('demerge', async () => {
		expect(await client.demerge({ identities: ['cust-42'] })).toMatchObject(SUCCESS);
	});

	it('subscribe', async () => {
		expect(await client.subscribe({ d: [{ type: 'email', value: 'ada@example.com', status: 'Unsubscribe' }] })).toMatchObject(SUCCESS);
		expect((await clevertap.profile('cust-42')).unsubscribed).toEqual(['email']);
	});

	it('disassociate', async () => {
		await clevertap.upload({ type: 'profile', identity: '+4915123456789', profileData: { Phone: '+4915123456789' } });
		expect(await client.disassociate({ d: [{ type: 'phone', value: '+4915123456789' }] })).toMatchObject(SUCCESS);
	});
});

describe('targets', () => {
	const payload = () => ({ name: 'green freedom', when: 'now', segment: 'all', content: { title: 'Hello!', body: 'Only for you' }, devices: ['android', 'ios'] });

	it('estimate, create, list, result, stop', async () => {
		expect(await client.targets(client.TARGET_ESTIMATE, payload())).toEqual({ status: 'success', estimates: { android: 2, ios: 2 } });
		const { id } = await client.targets(client.TARGET_CREATE, payload());
		expect(await client.targets(client.TARGET_LIST, { from: day(), to: day() })).toMatchObject({ targets: [{ id, name: 'green freedom' }] });
		expect(await client.targets(client.TARGET_RESULT, { id })).toMatchObject({ status: 'fail', code: 409 });
		await clevertap.age(2);
		expect(await client.targets(client.TARGET_RESULT, { id })).toMatchObject({ status: 'success', result: { sent: 4 } });
		const later = await client.targets(client.TARGET_CREATE, { ...payload(), when: `${day(-2)} 10:00` });
		expect(await client.targets(client.TARGET_STOP, { id: later.id })).toEqual(SUCCESS);
	});
});

describe('refusals reach the library', () => {
	it('a wrong passcode, a wrong region', async () => {
		const REFUSED = { status: 'fail', code: 401, error: 'Invalid Credentials' };
		expect(await connect('wrong').profile({ identity: 'cust-42' })).toEqual(REFUSED);
		expect(await connect(PASSCODE, CleverTapPackage.REGIONS.INDIA).profile({ identity: 'cust-42' })).toEqual(REFUSED);
	});
});

it('every call of the library was made', () => {
	const calls = Object.entries(Object.getPrototypeOf(CleverTapPackage.init(ACCOUNT, PASSCODE, CleverTapPackage.REGIONS.EUROPE)) as object)
		.filter(([, value]) => typeof value === 'function')
		.map(([name]) => name);
	expect(calls).toHaveLength(16);
	expect([...called].sort()).toEqual(calls.sort());
});
