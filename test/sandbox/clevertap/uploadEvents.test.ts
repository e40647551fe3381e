import { RULES } from '../../../sandbox/clevertap/rules';
import { nowSeconds, startCleverTap, type CleverTap } from './harness';

let clevertap: CleverTap;
beforeAll(async () => {
	clevertap = await startCleverTap();
});
beforeEach(async () => await clevertap.reset());
afterAll(async () => await clevertap.close());

const event = (more: object = {}) => ({ type: 'event', identity: 'cust-42', evtName: 'Notification', evtData: { status: 'SENT', target_id: 1 }, ...more });
/** The codes of the refused records. */
const codes = async (...records: unknown[]) => (await clevertap.upload(...records)).body.unprocessed.map(({ code }) => code);

describe('what is taken', () => {
	it('profiles, events and tokens in one call', async () => {
		const { status, body } = await clevertap.upload(
			event(),
			{ type: 'profile', identity: 'cust-42', profileData: { City: 'Lyon' } },
			{ type: 'token', identity: 'cust-46', objectId: 'device-46', tokenData: { id: 'abc', type: 'fcm' } },
		);
		expect([status, body]).toEqual([200, { status: 'success', processed: 3, unprocessed: [] }]);
		const ada = await clevertap.profile('cust-42');
		expect(ada.data).toMatchObject({ City: 'Lyon', Name: 'Ada Lovelace' });
		expect(ada.events.at(-1)).toMatchObject({ name: 'Notification', data: { status: 'SENT', target_id: 1 } });
		expect((await clevertap.profile('cust-46')).devices).toEqual([{ objectId: 'device-46', platform: 'Android', tokenType: 'fcm', token: 'abc' }]);
	});

	it('an event for somebody unknown makes the profile', async () => {
		expect(await codes(event({ identity: 'new-1' }), event({ identity: undefined, FBID: 'fb-1' }), event({ identity: undefined, GPID: 'gp-1' }), event({ identity: undefined, objectId: 'obj-1' }))).toEqual([]);
		for (const id of ['new-1', 'fb-1', 'gp-1', 'obj-1']) expect((await clevertap.profile(id)).events).toHaveLength(1);
	});

	it('a ts in the past; now when absent', async () => {
		const at = nowSeconds() - 5000;
		await clevertap.upload(event({ ts: at }), event({ identity: 'cust-43' }));
		expect(Date.parse((await clevertap.profile('cust-42')).events.find(({ name }) => name === 'Notification')?.at ?? '')).toBe(at * 1000);
		expect(Math.abs(Date.parse((await clevertap.profile('cust-43')).events[0].at) - Date.now())).toBeLessThan(60_000);
	});

	it('names that differ in case and spaces are one event', async () => {
		await clevertap.upload(event({ evtName: 'Order Shipped' }), event({ evtName: 'ordershipped' }), event({ evtName: 'ORDER  SHIPPED' }));
		const { record } = (await clevertap.get<{ record: { events: Record<string, { count: number }> } }>('/1/profile.json?identity=cust-42')).body;
		expect(record.events['Order Shipped'].count).toBe(3);
	});

	it('objects inside, dates, numbers, booleans as they came', async () => {
		const evtData = { when: '$D_1700000000', nested: { a: [1, { b: 2 }] }, price: 1.5, ok: true };
		await clevertap.upload(event({ evtData }));
		expect((await clevertap.profile('cust-42')).events.at(-1)?.data).toEqual(evtData);
	});

	it('a long text is cut at 512 bytes, whole characters only', async () => {
		await clevertap.upload(event({ evtData: { text: 'é'.repeat(300) } }));
		expect((await clevertap.profile('cust-42')).events.at(-1)?.data.text).toBe('é'.repeat(256));
	});

	it('1,000 records; one more and nothing is kept', async () => {
		const records = Array.from({ length: 1001 }, (_, index) => event({ identity: `many-${index}` }));
		const refused = await clevertap.post('/1/upload', { d: records });
		expect([refused.status, clevertap.lastRule()]).toEqual([400, RULES.tooManyRecords]);
		expect(await clevertap.exists('many-0')).toBe(false);
		expect((await clevertap.upload(...records.slice(1))).body).toMatchObject({ status: 'success', processed: 1000 });
	});

	it('nothing at all is a success', async () => {
		expect((await clevertap.upload()).body).toEqual({ status: 'success', processed: 0, unprocessed: [] });
	});

	it('d must be a list', async () => {
		expect((await clevertap.post('/1/upload', {})).status).toBe(400);
	});
});

describe('what is refused, each by its code', () => {
	it.each([
		[509, 'no name', { evtName: undefined }],
		[509, 'a blank name', { evtName: '  ' }],
		[512, 'no evtData', { evtData: undefined }],
		[512, 'evtData that is a list', { evtData: [] }],
		[512, 'a forbidden character in the name', { evtName: 'Price < 5' }],
		[512, 'a name of 121 characters', { evtName: 'x'.repeat(121) }],
		[512, 'a forbidden character in a property', { evtData: { 'a.b': 1 } }],
		[512, 'Charged with 257 items', { evtName: 'Charged', evtData: { Items: Array.from({ length: 257 }, () => ({})) } }],
		[513, 'a reserved name', { evtName: 'app launched' }],
		[522, 'too many properties', { evtData: Object.fromEntries(Array.from({ length: 257 }, (_, index) => [`p${index}`, 1])) }],
		[523, 'nobody', { identity: undefined }],
		[523, 'a blank identity', { identity: ' ' }],
		[524, 'another type', { type: 'evnt' }],
		[525, 'a ts in ms', { ts: Date.now() }],
		[525, 'an ISO ts', { ts: '2026-01-01T00:00:00Z' }],
		[525, 'a ts with a fraction', { ts: 1700000000.5 }],
		[526, 'an objectId with blanks', { objectId: 'a b' }],
	])('%i: %s', async (code, _, wrong) => {
		const record = event(wrong);
		const { status, body } = await clevertap.upload(record);
		expect(status).toBe(200);
		expect(body).toMatchObject({ status: 'fail', processed: 0, unprocessed: [{ status: 'fail', code }] });
		// JSON drops what is undefined.
		expect(body.unprocessed[0].record).toEqual(JSON.parse(JSON.stringify(record)));
		expect(body.unprocessed[0].error).toMatch(new RegExp(`ErrorCode: ${code} - .*\\. Skipped record number : 1$`));
		expect((await clevertap.profile('cust-42')).events.map(({ name }) => name)).toEqual(['Product Viewed', 'Charged']);
	});

	it.each(['%', '>', '<', '!', '|', '&', '.', ':', ';', '$', "'", '"', '\\'])('the character %s in a name', async (character) => {
		expect(await codes(event({ evtName: `a${character}b` }))).toEqual([512]);
		expect(clevertap.lastRule()).toEqual(RULES.nameForbidden);
	});

	it('524 for what is no record', async () => {
		expect(await codes(1, null, 'text', [])).toEqual([524, 524, 524, 524]);
	});

	it('528 for an event that was discarded in the dashboard', async () => {
		await clevertap.settings({ discardedEvents: ['notification'] });
		expect(await codes(event())).toEqual([528]);
	});

	it('555 where a fault asks for it, and it passes', async () => {
		await clevertap.control('POST', '/record-faults', { code: 555, identity: 'cust-43' });
		expect((await clevertap.upload(event(), event({ identity: 'cust-43' }))).body).toMatchObject({ status: 'partial', processed: 1, unprocessed: [{ code: 555 }] });
		expect(await codes(event({ identity: 'cust-43' }))).toEqual([]);
		expect((await clevertap.control('POST', '/record-faults', { code: 1 })).status).toBe(400);
	});
});

describe('a mixed call', () => {
	const mixed = [event(), event({ evtName: '' }), event({ identity: 'cust-43' }), { type: 'profile', identity: 'cust-43', profileData: { Email: 'no' } }];

	it('is partial: good ones are kept, bad ones named by their place', async () => {
		const { body } = await clevertap.upload(...mixed);
		expect(body).toMatchObject({ status: 'partial', processed: 2 });
		expect(body.unprocessed.map(({ code, error }) => [code, error.slice(-1)])).toEqual([[509, '2'], [515, '4']]);
		expect((await clevertap.profile('cust-43')).events).toHaveLength(1);
	});

	it('or without their place', async () => {
		await clevertap.settings({ recordNumbers: false });
		expect((await clevertap.upload(...mixed)).body.unprocessed.map(({ error }) => error).join()).not.toContain('Skipped');
	});

	it('dryRun=1 answers alike and keeps nothing', async () => {
		const wet = (await clevertap.upload(...mixed)).body;
		await clevertap.reset();
		const before = (await clevertap.control('GET', '/profiles')).body;
		expect((await clevertap.post('/1/upload?dryRun=1', { d: mixed })).body).toEqual(wet);
		expect((await clevertap.post('/1/upload?dryRun=1', { d: [event({ identity: 'new-2' })] })).body).toEqual({ status: 'success', processed: 1, unprocessed: [] });
		expect(clevertap.lastRule()).toEqual(RULES.dryRun);
		expect((await clevertap.control('GET', '/profiles')).body).toEqual(before);
	});
});
