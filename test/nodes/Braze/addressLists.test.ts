import type { INodeParameters } from 'n8n-workflow';
import { closedNetwork } from '../../support/network';
import { api, CONTINUE, recorder, runBraze } from './braze';

jest.mock('n8n-workflow', () => jest.requireActual<typeof import('../../support/quickSleep')>('../../support/quickSleep').quick);
closedNetwork();

const OK = { message: 'success' };
const op = (resource: string, operation: string, more: INodeParameters = {}): INodeParameters => ({ resource, operation, ...more });
const addresses = (count: number, first = 0) => Array.from({ length: count }, (_, index) => ({ email: `a${first + index}@example.com` }));
const RANGE = { startDate: '2026-11-01T10:00:00Z', endDate: '2026-11-08T10:00:00Z' };
const DAYS = { start_date: '2026-11-01', end_date: '2026-11-08' };
const errorOf = async (parameters: INodeParameters) => (await runBraze(parameters, [{}], CONTINUE)).main[1][0].json.error;

describe('lists of email addresses', () => {
	it.each([
		['getHardBounces', '/email/hard_bounces', {}],
		['getUnsubscribes', '/email/unsubscribes', { sort_direction: 'desc' }],
	])('%s: pages of 500', async (operation, path, more) => {
		api().get(path).query({ ...DAYS, ...more, limit: 500 }).reply(200, { ...OK, emails: addresses(500) });
		api().get(path).query({ ...DAYS, ...more, limit: 500, offset: 500 }).reply(200, { ...OK, emails: addresses(2, 500) });
		const { main } = await runBraze(op('emailList', operation, { ...RANGE, returnAll: true }));
		expect(main[0].map(({ json }) => json)).toEqual(addresses(502));
	});

	it('no more rows than the limit', async () => {
		api().get('/email/hard_bounces').query({ ...DAYS, limit: 3 }).reply(200, { ...OK, emails: addresses(3) });
		expect((await runBraze(op('emailList', 'getHardBounces', { ...RANGE, limit: 3 }))).main[0]).toHaveLength(3);
	});

	it('one address, without limit and offset, and with the end date that Braze wants', async () => {
		const asked: unknown[] = [];
		api().get('/email/hard_bounces').query((query) => asked.push(query) > 0).reply(200, { ...OK, emails: addresses(1) });
		await runBraze(op('emailList', 'getHardBounces', { searchBy: 'email', email: 'a0@example.com', returnAll: true }));
		expect(asked).toEqual([{ email: 'a0@example.com', end_date: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) }]);
	});

	it.each([
		['Start Date', { startDate: '' }],
		['Start Date', { startDate: '2026-11-08T23:00:00Z', endDate: '2026-11-08T01:00:00Z' }],
		['Email', { searchBy: 'email' }],
		['Email', { searchBy: 'email', email: 'nobody' }],
	])('are refused by the name of what is wrong: %s', async (displayName, more) => {
		expect(await errorOf(op('emailList', 'getHardBounces', more))).toMatchObject({ class: 'invalidInput', message: expect.stringMatching(new RegExp(`^${displayName}: `)) });
	});
});

describe('acts on email addresses', () => {
	it.each([
		['removeHardBounces', '/email/bounce/remove', { removedFromHardBounces: true }],
		['removeSpam', '/email/spam/remove', { removedFromSpamList: true }],
		['blocklist', '/email/blocklist', { blocklisted: true }],
	])('%s: 50 a call', async (operation, path, done) => {
		const { bodies, keep } = recorder();
		api().post(path, keep).times(2).reply(201, OK);
		const { main } = await runBraze(op('emailList', operation, { email: '={{ $json.email }}' }), addresses(51));
		expect(bodies).toEqual([{ email: addresses(50).map(({ email }) => email) }, { email: ['a50@example.com'] }]);
		expect(main[0][50].json).toEqual({ email: 'a50@example.com', ...done });
	});

	it('a wrong address fails alone, before the call', async () => {
		api().post('/email/spam/remove', { email: ['a0@example.com'] }).reply(201, OK);
		const { main } = await runBraze(op('emailList', 'removeSpam', { email: '={{ $json.email }}' }), [...addresses(1), { email: 'nobody' }], CONTINUE);
		expect(main[1][0].json).toMatchObject({ email: 'nobody', error: { class: 'invalidInput', message: expect.stringMatching(/^Email: /) } });
	});

	it('states: one a call, and one address keeps the order of its items', async () => {
		const { bodies, keep } = recorder();
		api().post('/email/status', keep).times(3).reply(201, OK);
		const items = [{ email: 'a@example.com', to: 'subscribed' }, { email: 'b@example.com', to: 'opted_in' }, { email: 'A@example.com', to: 'unsubscribed' }];
		const { main } = await runBraze(op('emailList', 'updateStatus', { email: '={{ $json.email }}', subscriptionState: '={{ $json.to }}' }), items);
		expect(bodies).toEqual([
			{ email: ['a@example.com'], subscription_state: 'subscribed' },
			{ email: ['b@example.com'], subscription_state: 'opted_in' },
			{ email: ['A@example.com'], subscription_state: 'unsubscribed' },
		]);
		expect(main[0].map(({ json }) => json.subscriptionState)).toEqual(['subscribed', 'opted_in', 'unsubscribed']);
	});
});

describe('invalid phones', () => {
	it('of some days, for one reason', async () => {
		api().get('/sms/invalid_phone_numbers').query({ ...DAYS, limit: 50, reason: 'deactivated' }).reply(200, { ...OK, sms: [{ phone: '+15551234567', reason: 'deactivated' }] });
		expect((await runBraze(op('sms', 'getInvalidPhones', { ...RANGE, reason: 'deactivated' }))).main[0].map(({ json }) => json.phone)).toEqual(['+15551234567']);
	});

	it('of some numbers', async () => {
		const asked: unknown[] = [];
		api().get('/sms/invalid_phone_numbers').query((query) => asked.push(query) > 0).reply(200, { ...OK, sms: [] });
		expect((await runBraze(op('sms', 'getInvalidPhones', { searchBy: 'phones', phones: '+15551234567, +15551234568' }))).main[0]).toEqual([]);
		expect(asked).toEqual([{ 'phone_numbers[]': ['+15551234567', '+15551234568'] }]);
		expect(await errorOf(op('sms', 'getInvalidPhones', { searchBy: 'phones' }))).toMatchObject({ message: 'Phones: is missing' });
	});

	it('are removed, 50 a call', async () => {
		const { bodies, keep } = recorder();
		api().post('/sms/invalid_phone_numbers/remove', keep).times(2).reply(201, OK);
		const phones = Array.from({ length: 51 }, (_, index) => ({ phone: `+155512345${String(index).padStart(2, '0')}` }));
		await runBraze(op('sms', 'removeInvalidPhones', { phone: '={{ $json.phone }}' }), phones);
		expect(bodies.map((body) => (body.phone_numbers as string[]).length)).toEqual([50, 1]);
	});
});
