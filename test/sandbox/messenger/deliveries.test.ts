import { createHmac } from 'node:crypto';
import { RULES } from '../../../sandbox/messenger/rules';
import { signatureHeaders, wireJson } from '../../../sandbox/messenger/deliveries/signature';
import { retryWait } from '../../../sandbox/messenger/deliveries/webhookDelivery';
import { ADA, APP, HOUR, JOERG, PAGE, SECOND_APP, SECRET, startCallback, startMessenger, type Callback, type Messenger } from './harness';

let messenger: Messenger;
let callback: Callback;
beforeAll(async () => {
	messenger = await startMessenger({ waitFactor: 0.001 });
});
beforeEach(async () => {
	await messenger.reset();
	callback = await startCallback();
});
afterEach(async () => await callback.close());
afterAll(async () => await messenger.close());

const writes = async (text: string, psid = ADA) => await messenger.person<{ mid: string }>(psid, 'messages', { text });
const texts = () => callback.events().map(({ message }) => (message as { text: string }).text);
const deliveries = () => messenger.events().filter(({ kind, summary }) => kind === 'delivery' && summary.startsWith('webhook'));
/** Subscribed fields of the Page, by app. */
const listening = async () => (await messenger.control<{ pages: Array<{ appId: string }> }>('GET', '/messenger/subscriptions')).body.pages.map(({ appId }) => appId);

describe('the signature', () => {
	// Made with Python's hmac over these very bytes.
	const bytes = '{"text":"\\u00e4\\u00f6\\u00e5 \\ud83c\\udf89 https:\\/\\/example.com"}';

	it('stands over escaped bytes: umlauts, emoji, slashes', () => {
		expect(wireJson({ text: 'äöå 🎉 https://example.com' })).toBe(bytes);
		expect(signatureHeaders(SECRET, bytes)).toEqual({
			'x-hub-signature': 'sha1=2c18fc1a2e1f30e8c065c7c0894a8230a5194c46',
			'x-hub-signature-256': 'sha256=5b5ce66fdf10a5b8d7c06d05c3dff62f95c447eec157a2be003332d5f209fb62',
		});
	});

	it('is another once the body was parsed and serialised again, except for plain English', () => {
		const again = (text: string) => JSON.stringify(JSON.parse(text));
		expect(signatureHeaders(SECRET, again(bytes))['x-hub-signature-256']).toBe('sha256=5e3b00fed243b469dca74e68183a46212b5b74bb4c22420cbcbb3679b4e2b5de');
		expect(signatureHeaders(SECRET, again('{"text":"hello"}'))).toEqual(signatureHeaders(SECRET, '{"text":"hello"}'));
	});

	it('goes out over the raw bytes', async () => {
		await messenger.subscribe(callback.url, 'messages');
		await writes('Grüße — 🎉 / "quoted" \\');
		await callback.first('message');
		const [{ headers, text }] = callback.taken;
		expect(text).toMatch(/^[\x20-\x7e]+$/);
		expect(text).toContain('Gr\\u00fc\\u00dfe \\u2014 \\ud83c\\udf89 \\/');
		expect(headers['x-hub-signature-256']).toBe(`sha256=${createHmac('sha256', SECRET).update(text).digest('hex')}`);
		expect(headers['x-hub-signature']).toBe(`sha1=${createHmac('sha1', SECRET).update(text).digest('hex')}`);
		expect(headers['x-hub-signature-256']).not.toBe(`sha256=${createHmac('sha256', SECRET).update(JSON.stringify(JSON.parse(text))).digest('hex')}`);
		expect(headers['content-type']).toBe('application/json');
		expect(texts()).toEqual(['Grüße — 🎉 / "quoted" \\']);
	});

	it('of a second app is by its own secret', async () => {
		await messenger.subscribe(callback.url, 'messages', { appId: SECOND_APP, secret: 'sandbox-second-app-secret', token: 'sandbox-second-app-token' });
		await writes('Hi');
		await callback.first('message');
		const [{ headers, text }] = callback.taken;
		expect(headers['x-hub-signature-256']).toBe(`sha256=${createHmac('sha256', 'sandbox-second-app-secret').update(text).digest('hex')}`);
	});
});

describe('order and batches', () => {
	beforeEach(async () => await messenger.subscribe(callback.url, 'messages'));

	it('comes in order, whatever gathers meanwhile', async () => {
		const sent = Array.from({ length: 30 }, (_, index) => `text ${index}`);
		for (const text of sent) await writes(text);
		await callback.until(() => texts().length === 30);
		expect(texts()).toEqual(sent);
	});

	it('gathers events while a delivery is on its way', async () => {
		callback.answers.push(0);
		await messenger.control('POST', '/messenger/app', { webhookTimeoutMs: 400 });
		for (const text of ['first', 'second', 'third']) await writes(text);
		await callback.until(() => texts().includes('third'));
		const sizes = callback.taken.map(({ entries }) => entries.flatMap(({ messaging = [] }) => messaging).length);
		expect(sizes).toContain(2);
	});

	it.each([
		['one', 1, [3]],
		['entries', 1, [1, 1, 1]],
		['each', 3, [1, 1, 1]],
	])('held events are released as %s', async (as, requests, sizes) => {
		await messenger.control('POST', '/messenger/deliveries/hold');
		for (const text of ['a', 'b', 'c']) await writes(text);
		expect(callback.taken).toHaveLength(0);
		expect((await messenger.control('POST', '/messenger/deliveries/release', { as })).body).toEqual({ released: 3 });
		await callback.until(() => texts().length === 3);
		expect(callback.taken).toHaveLength(requests);
		expect(callback.taken.flatMap(({ entries }) => entries.map(({ id, messaging = [] }) => [id, messaging.length]))).toEqual(sizes.map((size) => [PAGE, size]));
	});

	it('held events are released out of order', async () => {
		await messenger.control('POST', '/messenger/deliveries/hold');
		for (const text of ['a', 'b', 'c']) await writes(text, text === 'b' ? JOERG : ADA);
		await messenger.control('POST', '/messenger/deliveries/release', { as: 'one', reversed: true });
		await callback.until(() => texts().length === 3);
		expect(texts()).toEqual(['c', 'b', 'a']);
	});

	it('a delayed delivery is passed by the next', async () => {
		await messenger.control('POST', '/faults', { vendor: 'messenger', route: 'deliveries', delayMs: 300, times: 1 });
		await writes('late');
		await writes('early');
		await callback.until(() => texts().length === 2);
		expect(texts()).toEqual(['early', 'late']);
	});

	it('a repeated delivery is the same to the byte', async () => {
		await messenger.control('POST', '/faults', { vendor: 'messenger', route: 'deliveries', repeat: 3, times: 1 });
		await writes('again');
		await callback.until(() => callback.taken.length === 3);
		expect(new Set(callback.taken.map(({ text, headers }) => `${headers['x-hub-signature-256']} ${text}`)).size).toBe(1);
	});
});

describe('failures', () => {
	beforeEach(async () => await messenger.subscribe(callback.url, 'messages'));

	it.each([500, 404, 204, 302])('%i is a failure: the same bytes come again', async (status) => {
		callback.answers.push(status, status);
		await writes('x');
		await callback.until(() => callback.taken.length === 3);
		expect(new Set(callback.taken.map(({ text }) => text)).size).toBe(1);
		await messenger.event(({ kind, summary, response }) => kind === 'delivery' && summary.includes('(attempt 3)') && response?.status === 200);
		expect(await listening()).toEqual([APP]);
		expect((await messenger.note('is tried again in 1 s')).rule).toEqual(RULES.retries);
	});

	it('waits 5 s and no longer', async () => {
		expect((await messenger.control('POST', '/messenger/app', {})).body).toMatchObject({ webhookTimeoutMs: 5000 });
		await messenger.control('POST', '/messenger/app', { webhookTimeoutMs: 60 });
		callback.answers.push(0);
		await writes('slow');
		await callback.until(() => callback.taken.length === 2);
		expect(deliveries()[0]).toMatchObject({ response: { status: 0, body: 'timed out' } });
		expect((await messenger.note('was not answered')).rule).toEqual(RULES.patience);
	});

	it('tries a few times at once, then ever more slowly, and ends before the hour', () => {
		const waits = Array.from({ length: 12 }, (_, index) => retryWait(index + 1)).filter((wait) => wait !== undefined);
		expect(waits.slice(0, 3).every((wait) => wait <= 1000)).toBe(true);
		expect([...waits].sort((a, b) => a - b)).toEqual(waits);
		expect(waits.reduce((sum, wait) => sum + wait, 0)).toBeLessThan(HOUR * 1000);
		expect(retryWait(12)).toBeUndefined();
	});
});

describe('an hour of failures', () => {
	let slow: Messenger;
	beforeAll(async () => {
		// Waits as they are: only ageing moves this world.
		slow = await startMessenger({ waitFactor: 1 });
	});
	beforeEach(async () => {
		await slow.reset();
		await slow.subscribe(callback.url, 'messages');
		callback.answers.push(...Array.from({ length: 50 }, () => 500));
		await slow.person(ADA, 'messages', { text: 'x' });
		await slow.event(({ kind, response }) => kind === 'delivery' && response?.status === 500);
	});
	afterAll(async () => await slow.close());
	const on = async () => (await slow.control<{ pages: unknown[] }>('GET', '/messenger/subscriptions')).body.pages.length;

	it('alerts after 15 minutes, unsubscribes after 60, and stays silent then', async () => {
		await slow.age(14 * 60);
		expect(slow.events().some(({ rule }) => rule?.text === RULES.failureAlert.text)).toBe(false);
		await slow.age(2 * 60);
		await slow.note('alert');
		await slow.age(43 * 60);
		expect(await on()).toBe(1);
		await slow.age(2 * 60);
		await slow.note('Webhooks Disabled');
		expect(await on()).toBe(0);
		// The app's own subscription stands; only the Page is lost.
		expect((await slow.control<{ apps: unknown[] }>('GET', '/messenger/subscriptions')).body.apps).toHaveLength(1);
		const before = callback.taken.length;
		await slow.person(ADA, 'messages', { text: 'unheard' });
		await slow.note('no app hears the field messages');
		expect(callback.taken.length).toBe(before);
		callback.answers.length = 0;
		await slow.graph('POST', `/${PAGE}/subscribed_apps`, { subscribed_fields: 'messages' });
		await slow.person(ADA, 'messages', { text: 'heard again' });
		await callback.until(() => callback.events().some(({ message }) => (message as { text: string }).text === 'heard again'));
	});

	it('one success between ends the spell', async () => {
		await slow.age(50 * 60);
		callback.answers.length = 0;
		await slow.person(ADA, 'messages', { text: 'y' });
		await slow.event(({ kind, response }) => kind === 'delivery' && response?.status === 200);
		await slow.age(20 * 60);
		expect(await on()).toBe(1);
		expect(slow.events().some(({ rule }) => rule?.text === RULES.unsubscribed.text)).toBe(false);
	});

	it('a reset forgets it', async () => {
		await slow.reset();
		await slow.subscribe(callback.url, 'messages');
		await slow.age(2 * HOUR);
		expect(await on()).toBe(1);
	});
});
