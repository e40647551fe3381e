import type { IDataObject, INodeParameters } from 'n8n-workflow';
import type { DataMatcherMap } from 'nock';
import { closedNetwork, RESET } from '../../support/network';
import { waits } from '../../support/quickSleep';
import { api, assignments, failed, failureOf, one, outcomes, recorder, refusal, rows } from './cleverTap';

jest.mock('n8n-workflow', () => jest.requireActual<typeof import('../../support/quickSleep')>('../../support/quickSleep').quick);
closedNetwork();

interface Upload {
	d: Array<Record<string, unknown>>;
}

const UPLOAD: INodeParameters = { resource: 'event', operation: 'upload', identifyBy: 'identity', userId: 'cust-42', eventName: 'Order Shipped', time: '', more: {} };
const EACH: INodeParameters = { ...UPLOAD, userId: '={{ $json.id }}', more: { propertiesJson: '={{ $json.data ?? {} }}' } };
const users = (count: number): IDataObject[] => Array.from({ length: count }, (_, index) => ({ id: `u${index}` }));
const event = (identity: string, evtData: DataMatcherMap = {}) => ({ type: 'event', identity, evtName: 'Order Shipped', evtData });
const success = (processed: number) => ({ status: 'success', processed, unprocessed: [] });

describe('what goes out', () => {
	it('typed properties, dates and JSON; the time as Unix seconds; JSON with its character set', async () => {
		api({ 'content-type': 'application/json; charset=utf-8' })
			.post('/1/upload', {
				d: [{ type: 'event', identity: 'cust-42', ts: 1795253400, evtName: 'Order Shipped', evtData: { Amount: 12.5, gift: true, city: 'Lyon', due: '$D_1795257000', Items: [{ sku: 1 }] } }],
			})
			.reply(200, success(1));
		const told = await one({
			...UPLOAD,
			properties: assignments({ Amount: ['number', '12.5'], gift: ['boolean', true], city: ['string', 'Lyon'] }),
			dates: rows({ name: 'due', value: '2026-11-21T10:30:00Z' }),
			time: '2026-11-21T09:30:00Z',
			more: { propertiesJson: '{"Items": [{"sku": 1}]}' },
		});
		expect(told).toEqual({ userId: 'cust-42', identifiedBy: 'identity', type: 'event', eventName: 'Order Shipped', processed: true });
	});

	it.each(['FBID', 'GPID', 'objectId'])('a user by %s', async (identifyBy) => {
		api().post('/1/upload', { d: [{ type: 'event', [identifyBy]: 'x1', evtName: 'Order Shipped', evtData: {} }] }).reply(200, success(1));
		expect(await one({ ...UPLOAD, identifyBy, userId: 'x1' })).toMatchObject({ identifiedBy: identifyBy });
	});

	it('a dry run says so in the URL and in the item, and shares no call with a real one', async () => {
		api().post('/1/upload?dryRun=1', { d: [event('a'), event('c')] }).reply(200, success(2));
		api().post('/1/upload', { d: [event('b')] }).reply(200, success(1));
		const { good } = await outcomes({ ...EACH, more: { dryRun: '={{ $json.dry }}' } }, [{ id: 'a', dry: true }, { id: 'b', dry: false }, { id: 'c', dry: true }]);
		expect(good.map(({ dryRun, valid, processed }) => [dryRun, valid, processed])).toEqual([[true, true, undefined], [undefined, undefined, true], [true, true, undefined]]);
	});

	it('1,000 a call, the rest in another', async () => {
		const { bodies, keep } = recorder<Upload>();
		api().post('/1/upload', (body) => keep(body)).twice().reply(200, success(1));
		const { good } = await outcomes({ ...EACH, more: {} }, users(1003));
		expect(bodies.map(({ d }) => d.length)).toEqual([1000, 3]);
		expect(good.map(({ userId }) => userId)).toEqual(users(1003).map(({ id }) => id));
	});
});

describe('records that CleverTap does not take', () => {
	const GENDER = 'ErrorCode: 514 - Invalid gender';
	const upload = async (items: IDataObject[], answer: object) => {
		api().post('/1/upload').reply(200, answer);
		return await outcomes(EACH, items);
	};

	it('fail their own items, found by their number', async () => {
		const { good, bad, places } = await upload(users(4), {
			status: 'partial',
			processed: 3,
			unprocessed: [refusal(event('u2'), 522, 'ErrorCode: 522 - Too many properties in the event. Skipped record number : 3')],
		});
		expect(places).toEqual({ good: [0, 1, 3], bad: [2] });
		expect(good).toHaveLength(3);
		expect(bad[0]).toEqual({
			id: 'u2',
			error: { class: 'invalidInput', vendor: 'CleverTap', status: 200, code: '522', message: expect.stringContaining('Too many properties'), fix: expect.stringContaining('Send fewer properties') },
		});
	});

	it('are found by what they hold where there is no number, in whatever order their parts come back', async () => {
		const { places } = await upload([{ id: 'a', data: { n: 1, m: 2 } }, { id: 'a', data: { n: 2, m: 2 } }, { id: 'b' }], {
			status: 'partial',
			processed: 2,
			unprocessed: [{ code: 512, error: 'nope', record: { evtData: { m: 2, n: 2 }, evtName: 'Order Shipped', identity: 'a', type: 'event' } }],
		});
		expect(places.bad).toEqual([1]);
	});

	it('of equal ones as many fail as were refused', async () => {
		const { places } = await upload([{ id: 'a' }, { id: 'b' }, { id: 'a' }, { id: 'a' }], { status: 'partial', processed: 2, unprocessed: [refusal(event('a'), 514, GENDER), refusal(event('a'), 514, GENDER)] });
		expect(places).toEqual({ good: [1, 3], bad: [0, 2] });
	});

	it('a record that came back changed is found by user, event and time', async () => {
		const { places, bad } = await upload([{ id: 'a', data: { text: 'long' } }, { id: 'b' }], { status: 'partial', processed: 1, unprocessed: [refusal({ ...event('a', { text: 'lo' }) }, 512, 'too long')] });
		expect(places.bad).toEqual([0]);
		expect(bad[0].error).toMatchObject({ class: 'invalidInput' });
	});

	it('where two look alike and one was refused, neither is called good', async () => {
		const { places, bad } = await upload([{ id: 'a', data: { n: 1 } }, { id: 'a', data: { n: 2 } }, { id: 'b' }], { status: 'partial', processed: 2, unprocessed: [refusal(event('a', { n: 3 }), 512, 'odd')] });
		expect(places).toEqual({ good: [2], bad: [0, 1] });
		expect(bad.map(({ error }) => Object(error).class)).toEqual(['unknownOutcome', 'unknownOutcome']);
	});

	it('a number that another record contradicts does not count', async () => {
		const { places } = await upload(users(3), { status: 'partial', processed: 2, unprocessed: [refusal(event('u2'), 512, 'odd. Skipped record number : 1')] });
		expect(places.bad).toEqual([2]);
	});

	it('a number alone is enough', async () => {
		const { places } = await upload(users(3), { status: 'partial', processed: 2, unprocessed: [{ code: 512, error: 'odd. Skipped record number : 2' }] });
		expect(places.bad).toEqual([1]);
	});

	it('a stranger among them makes the rest unknown', async () => {
		const { good, bad } = await upload(users(2), { status: 'partial', processed: 1, unprocessed: [refusal(event('somebody-else'), 512, 'odd')] });
		expect(good).toEqual([]);
		expect(bad.map(({ error }) => Object(error).class)).toEqual(['unknownOutcome', 'unknownOutcome']);
	});

	it('records that are not counted and not named make the rest unknown', async () => {
		const { bad } = await upload(users(3), { status: 'partial', processed: 1, unprocessed: [refusal(event('u0'), 514, GENDER)] });
		expect(bad.map(({ error }) => Object(error).class)).toEqual(['invalidInput', 'unknownOutcome', 'unknownOutcome']);
	});

	it('all of them: "fail" with a list is each item\'s own failure', async () => {
		const { bad } = await upload(users(2), { status: 'fail', processed: 0, unprocessed: [refusal(event('u0'), 514, GENDER), refusal(event('u1'), 523, 'ErrorCode: 523 - Identity is missing')] });
		expect(bad.map(({ error }) => [Object(error).code, Object(error).fix.split('.')[0]])).toEqual([['514', 'Gender must be M or F'], ['523', 'Correct the user ID']]);
	});

	it('555 passes, and is the only one that n8n may try again', async () => {
		const { bad } = await upload(users(1), { status: 'fail', processed: 0, unprocessed: [refusal(event('u0'), 555, 'ErrorCode: 555 - Server error')] });
		expect(bad[0].error).toMatchObject({ class: 'unavailable', code: '555' });
	});

	it('the text counts more than the code, whose meanings differ', async () => {
		const { bad } = await upload(users(1), { status: 'fail', processed: 0, unprocessed: [refusal(event('u0'), 514, 'Invalid email')] });
		expect(Object(bad[0].error).fix).toMatch(/^Correct the email address/);
	});
});

describe('an event is never sent twice blindly', () => {
	it.each([['a lost answer', RESET], ['500', 500], ['503', 503]])('%s: unknown, one call', async (_, how) => {
		const call = api().post('/1/upload');
		if (typeof how === 'number') call.reply(how, failed('Server error', how));
		else call.replyWithError(how);
		expect(await failureOf({ ...UPLOAD, time: '2026-11-21T09:30:00Z' })).toMatchObject({ class: 'unknownOutcome', vendor: 'CleverTap' });
	});

	it('a dry run may be repeated', async () => {
		api().post('/1/upload?dryRun=1').replyWithError(RESET);
		api().post('/1/upload?dryRun=1').reply(200, success(1));
		expect(await one({ ...UPLOAD, more: { dryRun: true } })).toMatchObject({ valid: true });
	});

	it('429 did nothing: again after growing waits, since CleverTap names none', async () => {
		api().post('/1/upload').times(2).reply(429, failed('Too many concurrent requests', 429));
		api().post('/1/upload').reply(200, success(1));
		await one(UPLOAD);
		const [first, second] = waits.filter((wait) => wait > 0);
		expect(first).toBeGreaterThanOrEqual(375);
		expect(second).toBeGreaterThanOrEqual(750);
	});

	it('an answer of another shape is unknown', async () => {
		api().post('/1/upload').reply(200, { hello: 'world' });
		expect(await failureOf(UPLOAD)).toMatchObject({ class: 'unknownOutcome', message: expect.stringContaining('it has no "status"') });
	});
});

describe('refused before the call', () => {
	it.each([
		['%', 'Sale 50%', 'forbids'],
		['a colon', 'a:b', 'forbids'],
		['a backslash', 'a\\b', 'forbids'],
		['an own event of CleverTap', 'app launched', 'CleverTap\'s own'],
		['one without its spaces', 'NotificationSent', 'CleverTap\'s own'],
		['nothing', '={{ "" }}', 'is missing'],
		['a long one', 'x'.repeat(513), '512'],
	])('an event named with %s', async (_, eventName, message) => {
		expect(await failureOf({ ...UPLOAD, eventName })).toMatchObject({ class: 'invalidInput', message: expect.stringMatching(new RegExp(`^Event Name: .*${message}`)) });
	});

	it.each([
		['a forbidden character', { 'a.b': 1 }, 'Properties: "a.b" holds'],
		['a long name', { ['k'.repeat(121)]: 1 }, 'longer than 120'],
		['a long value', { text: 'x'.repeat(513) }, '"text" is longer than 512'],
		['257 of them', Object.fromEntries(Array.from({ length: 257 }, (_, index) => [`p${index}`, 1])), 'more than 256'],
	])('properties with %s', async (_, data, message) => {
		expect(Object(await failureOf({ ...UPLOAD, more: { propertiesJson: JSON.stringify(data) } })).message).toContain(message);
	});

	it('# is fine here; Charged holds 256 Items', async () => {
		api().post('/1/upload', { d: [event('cust-42', { 'order #': 1 })] }).reply(200, success(1));
		await one({ ...UPLOAD, more: { propertiesJson: '{"order #": 1}' } });
		expect(Object(await failureOf({ ...UPLOAD, eventName: 'Charged', more: { propertiesJson: JSON.stringify({ Items: Array(257).fill({}) }) } })).message).toContain('Items');
	});

	it('one bad item takes no other down', async () => {
		api().post('/1/upload', { d: [event('a'), event('c')] }).reply(200, success(2));
		const { places } = await outcomes({ ...EACH, eventName: '={{ $json.name ?? "Order Shipped" }}' }, [{ id: 'a' }, { id: 'b', name: 'Stayed' }, { id: 'c' }]);
		expect(places).toEqual({ good: [0, 2], bad: [1] });
	});
});
