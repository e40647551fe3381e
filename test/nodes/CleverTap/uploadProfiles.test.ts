import type { IDataObject, INodeParameters } from 'n8n-workflow';
import type { DataMatcherMap } from 'nock';
import { closedNetwork, RESET } from '../../support/network';
import { api, assignments, failed, failureOf, one, outcomes, refusal, rows } from './cleverTap';

jest.mock('n8n-workflow', () => jest.requireActual<typeof import('../../support/quickSleep')>('../../support/quickSleep').quick);
closedNetwork();

const UPLOAD: INodeParameters = { resource: 'profile', operation: 'upload', identifyBy: 'identity', userId: 'cust-42' };
const success = { status: 'success', processed: 1, unprocessed: [] };
const profile = (identity: string, profileData: DataMatcherMap) => ({ type: 'profile', identity, profileData });

describe('profiles', () => {
	it('typed attributes, dates, and JSON with operators', async () => {
		api()
			.post('/1/upload', { d: [{ ...profile('cust-42', { Name: 'Ada', 'MSG-sms': false, DOB: '$D_661651200', Tags: { $add: ['new'] } }), ts: 1795253400 }] })
			.reply(200, success);
		const told = await one({
			...UPLOAD,
			profile: assignments({ Name: ['string', 'Ada'], 'MSG-sms': ['boolean', false] }),
			dates: rows({ name: 'DOB', value: '1990-12-20' }),
			more: { profileJson: '{"Tags": {"$add": ["new"]}}', time: '2026-11-21T09:30:00Z' },
		});
		expect(told).toEqual({ userId: 'cust-42', identifiedBy: 'identity', type: 'profile', processed: true });
	});

	it.each([['plain values', '{"City": "Lyon"}'], ['a set that grows', '{"Tags": {"$add": ["a"]}}'], ['a set that shrinks', '{"Tags": {"$remove": ["a"]}}']])('with %s may go out again', async (_, profileJson) => {
		api().post('/1/upload').replyWithError(RESET);
		api().post('/1/upload').reply(500, failed('Server error', 500));
		api().post('/1/upload').reply(200, success);
		expect(await one({ ...UPLOAD, more: { profileJson } })).toMatchObject({ processed: true });
	});

	it.each(['{"Visits": {"$incr": 1}}', '{"Visits": {"$decr": 1}}', '{"Visits": {"$new": 1}}'])('with the counter %s do not', async (profileJson) => {
		api().post('/1/upload').replyWithError(RESET);
		expect(await failureOf({ ...UPLOAD, more: { profileJson } })).toMatchObject({ class: 'unknownOutcome' });
	});

	it('one counter in a call makes all of it unrepeatable', async () => {
		api().post('/1/upload').replyWithError(RESET);
		const { bad } = await outcomes({ ...UPLOAD, more: { profileJson: '={{ $json.data }}' } }, [{ data: { City: 'Lyon' } }, { data: { Visits: { $incr: 1 } } }]);
		expect(bad).toHaveLength(2);
	});

	it('that CleverTap does not take fail their own item', async () => {
		api().post('/1/upload').reply(200, { status: 'partial', processed: 1, unprocessed: [refusal(profile('b', { Phone: '1' }), 516, 'ErrorCode: 516 - Invalid phone number')] });
		const { places, bad } = await outcomes({ ...UPLOAD, userId: '={{ $json.id }}', more: { profileJson: '={{ $json.data }}' } }, [{ id: 'a', data: { City: 'Lyon' } }, { id: 'b', data: { Phone: '1' } }]);
		expect(places).toEqual({ good: [0], bad: [1] });
		expect(bad[0].error).toMatchObject({ code: '516', fix: expect.stringContaining('country code') });
	});

	it.each([['"order #": 1', '#'], ['"a$b": 1', 'forbids'], ['"": 1', 'empty']])('a key as in {%s} is refused before the call', async (pair, message) => {
		expect(Object(await failureOf({ ...UPLOAD, more: { profileJson: `{${pair}}` } })).message).toMatch(new RegExp(`^Profile: .*${message}`));
	});
});

describe('the records of one user keep their order', () => {
	const items: IDataObject[] = [{ id: 'a', n: 1 }, { id: 'b', n: 1 }, { id: 'a', n: 2 }, { id: 'c', n: 1 }];

	it('a call with a user of an earlier one waits for it; the others go on', async () => {
		const seen: string[] = [];
		let answerFirst = (): void => undefined;
		const first = new Promise<void>((resolve) => (answerFirst = resolve));
		api()
			.post('/1/upload')
			.times(4)
			.reply(200, async function reply(_uri: string, body: unknown) {
				const [{ identity, profileData }] = Object(body).d;
				seen.push(`${identity}${profileData.n}`);
				if (seen.at(-1) === 'a1') await first;
				if (seen.at(-1) === 'c1') answerFirst();
				return success;
			} as never);
		const { good } = await outcomes({ ...UPLOAD, userId: '={{ $json.id }}', more: { batchSize: 1, profileJson: '={{ { n: $json.n } }}' } }, items);
		expect(good).toHaveLength(4);
		expect(seen.indexOf('a2')).toBeGreaterThan(seen.indexOf('c1'));
	});
});

describe('device tokens', () => {
	const TOKEN: INodeParameters = { resource: 'deviceToken', operation: 'upload', objectId: 'device-1', deviceId: 'push-token', tokenType: 'fcm' };

	it('name the device, the token and its type', async () => {
		api().post('/1/upload', { d: [{ type: 'token', objectId: 'device-1', tokenData: { id: 'push-token', type: 'fcm' } }] }).reply(200, success);
		expect(await one(TOKEN)).toEqual({ objectId: 'device-1', type: 'token', tokenType: 'fcm', processed: true });
	});

	it('of web push have keys; another type may be written', async () => {
		api().post('/1/upload', { d: [{ type: 'token', objectId: 'device-1', tokenData: { id: 'push-token', type: 'edge', keys: { auth: 'x' } } }] }).reply(200, success);
		await one({ ...TOKEN, more: { keys: '{"auth": "x"}', otherType: 'edge' } });
	});

	it('are 100 a call, and go out again on a lost connection', async () => {
		api().post('/1/upload').replyWithError(RESET);
		api().post('/1/upload', (body) => body.d.length === 100).reply(200, success);
		api().post('/1/upload', (body) => body.d.length === 1).reply(200, success);
		const { good } = await outcomes({ ...TOKEN, objectId: '={{ $json.id }}' }, Array.from({ length: 101 }, (_, id) => ({ id: `d${id}` })));
		expect(good).toHaveLength(101);
	});

	it('that CleverTap does not take fail their own item', async () => {
		api().post('/1/upload').reply(200, { status: 'fail', processed: 0, unprocessed: [refusal({ type: 'token', objectId: 'device-1', tokenData: { id: 'push-token', type: 'fcm' } }, 534, 'The token type does not suit the objectId')] });
		expect(await failureOf(TOKEN)).toMatchObject({ code: '534', fix: expect.stringContaining('must suit the device') });
	});
});
