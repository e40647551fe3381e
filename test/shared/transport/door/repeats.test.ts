import { closedNetwork, REFUSED, RESET } from '../../../support/network';
import { waits } from '../../../support/quickSleep';
import { api, attempt, WRITE } from '../../../support/probeVendor';

jest.mock('n8n-workflow', () => jest.requireActual<typeof import('../../../support/quickSleep')>('../../../support/quickSleep').quick);
closedNetwork();

const OK = { status: 'done' };

describe('any call goes out again where the vendor surely did nothing', () => {
	it('after 429, and not before the vendor\'s own wait is over', async () => {
		api().post('/things').reply(429, {}, { 'Retry-After': '7' }).post('/things').reply(429, {}, { 'Retry-After': '3' }).post('/things').reply(201, OK);
		expect(await attempt(WRITE, 'onlyIfNothingHappened')).toMatchObject({ ok: true, answer: { status: 201, body: OK } });
		expect(waits).toEqual([7000, 3000]);
	});

	it.each([502, 503])('after %i, where the vendor says so', async (status) => {
		api().post('/things').reply(status).post('/things').reply(201, OK);
		expect(await attempt(WRITE, 'onlyIfNothingHappened')).toMatchObject({ ok: true });
		expect(waits).toHaveLength(1);
	});

	it('where no connection was made', async () => {
		api().post('/things').replyWithError(REFUSED).post('/things').reply(201, OK);
		expect(await attempt(WRITE, 'onlyIfNothingHappened')).toMatchObject({ ok: true });
	});
});

describe('a safe call goes out again', () => {
	it.each([500, 502, 503, 504])('after %i', async (status) => {
		api().get('/things').reply(status).get('/things').reply(200, OK);
		expect(await attempt({ method: 'GET', path: '/things' }, 'safe')).toMatchObject({ ok: true });
	});

	it('after a lost connection', async () => {
		api().get('/things').replyWithError(RESET).get('/things').reply(200, OK);
		expect(await attempt({ method: 'GET', path: '/things' }, 'safe')).toMatchObject({ ok: true });
	});

	it('with the same body, signed anew', async () => {
		const bodies: unknown[] = [];
		const keep = (body: unknown): boolean => bodies.push(body) > 0;
		api().post('/things', keep).reply(500).post('/things', keep).reply(200, OK);
		await attempt(WRITE, 'withKey');
		expect(bodies).toEqual([{ a: 1 }, { a: 1 }]);
	});
});

describe('a plain write never goes out again where the vendor may have acted', () => {
	it.each([500, 504])('%i is an unknown outcome', async (status) => {
		api().post('/things').reply(status, { message: 'oops' });
		const result = await attempt(WRITE, 'onlyIfNothingHappened');
		expect(result).toMatchObject({ ok: false, failure: { class: 'unknownOutcome', vendor: 'Vendor', status } });
		expect(waits).toEqual([]);
	});

	it('neither is a lost answer', async () => {
		api().post('/things').replyWithError(RESET);
		const result = await attempt(WRITE, 'onlyIfNothingHappened');
		expect(result).toMatchObject({ ok: false, failure: { class: 'unknownOutcome', code: 'ECONNRESET' } });
		expect(JSON.stringify(result)).toContain('POST /things');
	});

	it('nor an answer that does not come in time', async () => {
		api().post('/things').delayConnection(2_000).reply(201, OK);
		expect(await attempt(WRITE, 'onlyIfNothingHappened', { longestWaitMs: 60_000, timeoutMs: 30 })).toMatchObject({ ok: false, failure: { class: 'unknownOutcome' } });
	});

	it('a write under a key ends as unknown when no try is answered', async () => {
		api().post('/things').times(6).replyWithError(RESET);
		expect(await attempt(WRITE, 'withKey')).toMatchObject({ ok: false, failure: { class: 'unknownOutcome' } });
		expect(waits).toHaveLength(5);
	});
});

describe('waiting has an end', () => {
	it('a wait longer than allowed is not begun; the failure says when it is worth trying again', async () => {
		api().post('/things').reply(429, {}, { 'Retry-After': '90' });
		expect(await attempt(WRITE, 'onlyIfNothingHappened')).toMatchObject({ ok: false, failure: { class: 'rateLimited', status: 429, retryAfter: 90 } });
		expect(waits).toEqual([]);
	});

	it('all waits of one call together stay within the limit', async () => {
		api().post('/things').times(2).reply(429, {}, { 'Retry-After': '6' });
		expect(await attempt(WRITE, 'onlyIfNothingHappened', { longestWaitMs: 10_000 })).toMatchObject({ ok: false, failure: { retryAfter: 6 } });
		expect(waits).toEqual([6000]);
	});

	it('with a limit of nothing there is one try', async () => {
		api().get('/things').reply(503);
		expect(await attempt({ method: 'GET', path: '/things' }, 'safe', { longestWaitMs: 0 })).toMatchObject({ ok: false, failure: { class: 'unavailable', status: 503 } });
	});

	it('six tries at most', async () => {
		api().get('/things').times(6).replyWithError(RESET);
		expect(await attempt({ method: 'GET', path: '/things' }, 'safe')).toMatchObject({ ok: false, failure: { class: 'unavailable', code: 'ECONNRESET' } });
	});

	it('an address that is none is not tried again: no wait makes it better', async () => {
		const result = await attempt({ method: 'GET', path: '/things' }, 'safe', { longestWaitMs: 60_000 }, 'vendor.test');
		expect(result).toMatchObject({ ok: false, failure: { class: 'unavailable' } });
		expect(JSON.stringify(result)).toContain('credential');
		expect(waits).toEqual([]);
	});
});
