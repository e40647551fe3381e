import { startBraze, startReceiver, type BrazeSandbox } from './harness';
import { retryAfterMs, TIMEOUT_MS } from '../../../sandbox/braze/campaigns/webhookCampaign';

let braze: BrazeSandbox;
let receiver: Awaited<ReturnType<typeof startReceiver>>;
beforeAll(async () => {
	// 58 s become 6 ms.
	braze = await startBraze({ waitFactor: 0.0001 });
});
beforeEach(() => braze.world.reset());
afterEach(async () => await receiver.close());
afterAll(async () => await braze.close());

const connect = async (answers: Array<number | Promise<number>> = []) => {
	receiver = await startReceiver(answers);
	await braze.control('POST', '/braze/connect', { webhookUrl: receiver.url, webhookSecret: 'top-secret-value' });
};
const bodies = async (count: number) => (await receiver.calls(count)).map(({ body }) => JSON.parse(body) as Record<string, string>);

describe('what is posted', () => {
	it('is one JSON object of strings, with the pasted headers and Braze’s User-Agent', async () => {
		await connect();
		await braze.client().users.track({ attributes: [{ external_id: 'cust-42', zendesk_ticket: '35436' }] });
		await braze.text('cust-42', 'SUPPORT', ['https://example.com/1.jpg', 'https://example.com/2.jpg']);
		const [call] = await receiver.calls(1);
		expect(call.method).toBe('POST');
		expect(call.headers['user-agent']).toMatch(/^Braze Sender \S+/);
		expect(call.headers['content-type']).toBe('text/plain');
		expect(call.headers.authorization).toBe('Bearer top-secret-value');
		expect(JSON.parse(call.body)).toEqual({
			kind: 'first',
			dispatch_id: expect.stringMatching(/^[0-9a-f]{32}$/),
			user_id: 'cust-42',
			braze_id: '65f0c0de0000000000000042',
			phone: '+12025550142',
			email: 'ada@example.com',
			first_name: 'Ada',
			last_name: 'Lovelace',
			language: 'en',
			zendesk_ticket: '35436',
			text: 'SUPPORT',
			media_urls: 'https://example.com/1.jpg https://example.com/2.jpg',
		});
	});

	it('keeps the secret out of the log', async () => {
		await connect();
		await braze.text('cust-42', 'SUPPORT');
		await braze.event(({ kind }) => kind === 'delivery');
		expect(JSON.stringify(braze.events())).not.toContain('top-secret-value');
	});

	it('has empty strings for what Braze does not know', async () => {
		await connect();
		await braze.text('65f0c0de0000000000000044', 'hello');
		const [body] = await bodies(1);
		expect(body).toMatchObject({ kind: 'later', user_id: '', braze_id: '65f0c0de0000000000000044', first_name: 'Grace', last_name: '', email: '', zendesk_ticket: '', media_urls: '' });
	});

	it.each([
		['quotes', 'he said "no", \'never\''],
		['line ends', 'one\ntwo\r\nthree\ttab'],
		['backslashes', 'C:\\new\\table \\" \\u0041'],
		['emoji and scripts', 'Grüße 👩‍👩‍👧 你好 שלום'],
		['Liquid-like text', '{{ first_name }} {% abort_message %} ${x}'],
		['JSON-like text', '","text":"forged'],
		['control characters', 'a\u0001b\u001fc'],
		['HTML', '<b>&amp;</b>'],
		['spaces around', '  two  '],
	])('carries %s unharmed', async (_, text) => {
		await connect();
		await braze.text('cust-42', text);
		expect((await bodies(1))[0].text).toBe(text);
	});

	it('reads a ticket number that was written as a number', async () => {
		await connect();
		await braze.client().users.track({ attributes: [{ external_id: 'cust-42', zendesk_ticket: 35436 }] });
		await braze.text('cust-42', 'hello');
		expect((await bodies(1))[0].zendesk_ticket).toBe('35436');
	});

	it('sees attributes only once they are readable', async () => {
		await connect();
		await braze.control('POST', '/braze/consistency', { delayMs: 60_000 });
		await braze.client().users.track({ attributes: [{ external_id: 'cust-42', zendesk_ticket: '1' }] });
		await braze.text('cust-42', 'too early');
		expect((await bodies(1))[0].zendesk_ticket).toBe('');
		await braze.control('POST', '/age', { seconds: 61 });
		await braze.text('cust-42', 'now');
		expect((await bodies(2))[1].zendesk_ticket).toBe('1');
	});

	it('has a dispatch id of its own for each send', async () => {
		await connect();
		await braze.text('cust-42', 'ok');
		await braze.text('cust-42', 'ok');
		const [one, two] = await bodies(2);
		expect(one.dispatch_id).not.toBe(two.dispatch_id);
	});
});

describe('retries', () => {
	it.each([408, 429, 500, 503, 529, 0])('repeats after %i with the same bytes', async (status) => {
		await connect([status, status]);
		await braze.text('cust-42', 'SUPPORT');
		const calls = await receiver.calls(3);
		expect(new Set(calls.map(({ body }) => body)).size).toBe(1);
		expect(new Set(calls.map(({ headers }) => headers['user-agent'])).size).toBe(1);
		await braze.event(({ kind, response }) => kind === 'delivery' && response?.status === 200);
		expect(braze.events().filter(({ kind }) => kind === 'delivery')).toHaveLength(3);
	});

	it.each([302, 400, 401, 404, 422])('does not repeat after %i, and notes it', async (status) => {
		await connect([status]);
		await braze.text('cust-42', 'SUPPORT');
		await braze.note(`answered ${status}, given up`);
		expect(receiver.received).toHaveLength(1);
	});

	it('gives up after five retries', async () => {
		await connect([500, 500, 500, 500, 500, 500, 500]);
		await braze.text('cust-42', 'SUPPORT');
		await braze.note('answered 500, given up');
		expect(receiver.received).toHaveLength(6);
	});

	it('spreads five retries over about half an hour, each wait longer; 90 s of patience', () => {
		const waits = [1, 2, 3, 4, 5].map((attempt) => retryAfterMs({ status: 503 }, attempt) ?? 0);
		const sum = waits.reduce((total, wait) => total + wait, 0);
		expect(sum).toBeGreaterThan(25 * 60_000);
		expect(sum).toBeLessThan(35 * 60_000);
		expect([...waits].sort((a, b) => a - b)).toEqual(waits);
		expect(retryAfterMs({ status: 503 }, 6)).toBeUndefined();
		expect(TIMEOUT_MS).toBe(90_000);
	});

	it('forgets what was under way when the world is reset', async () => {
		let answer: (status: number) => void = () => undefined;
		await connect([new Promise<number>((resolve) => (answer = resolve))]);
		await braze.text('cust-42', 'before the reset');
		await receiver.calls(1);
		braze.world.reset();
		answer(500);
		await braze.control('POST', '/braze/connect', { webhookUrl: receiver.url, webhookSecret: 'x' });
		await braze.text('cust-42', 'after');
		await braze.event(({ kind }) => kind === 'delivery');
		// A retry that was left over would be due now.
		await braze.control('POST', '/age', { seconds: 3600 });
		await braze.text('cust-42', 'last');
		expect((await bodies(3)).map(({ text }) => text)).toEqual(['before the reset', 'after', 'last']);
	});
});

describe('which campaigns go out', () => {
	it('none before the URL was pasted, and says so', async () => {
		receiver = await startReceiver();
		await braze.text('cust-42', 'SUPPORT');
		await braze.note('nobody has pasted the webhook URL');
	});

	it('once only while re-eligibility is off', async () => {
		await connect();
		await braze.control('POST', '/braze/campaigns/campaign-later-text', { reEligible: false });
		await braze.text('cust-42', 'one');
		await braze.text('cust-42', 'two');
		await braze.note('re-eligibility is off');
		expect((await bodies(1)).map(({ text }) => text)).toEqual(['one']);
	});

	it('with the document’s zendesk_ticket_open filter a text before the attribute is lost', async () => {
		await connect();
		await braze.control('POST', '/braze/campaigns/campaign-later-text', {
			audience: { custom_attribute: { custom_attribute_name: 'zendesk_ticket_open', comparison: 'equals', value: true } },
		});
		await braze.text('cust-42', 'too early');
		await braze.note('outside the campaign’s audience');
		await braze.client().users.track({ attributes: [{ external_id: 'cust-42', zendesk_ticket_open: true }] });
		await braze.text('cust-42', 'now');
		expect((await bodies(1)).map(({ text }) => text)).toEqual(['now']);
	});

	it('not to ports other than 80 and 443 of other machines', async () => {
		receiver = await startReceiver();
		await braze.control('POST', '/braze/connect', { webhookUrl: 'https://n8n.example.com:5678/webhook/x', webhookSecret: 'x' });
		await braze.text('cust-42', 'SUPPORT');
		await braze.note('only ports 80 and 443');
		expect(braze.events().some(({ kind, request }) => kind === 'delivery' && request?.path.includes('n8n.example.com'))).toBe(false);
	});

	it('not when the body aborts or is broken', async () => {
		await connect();
		await braze.control('POST', '/braze/campaigns/campaign-later-text', { body: "{% abort_message('not today') %}" });
		await braze.text('cust-42', 'one');
		await braze.note('aborted: not today');
		await braze.control('POST', '/braze/campaigns/campaign-later-text', { body: '{% if %}' });
		await braze.text('cust-42', 'two');
		await braze.note('Liquid:');
		expect(receiver.received).toHaveLength(0);
	});

	it('renders the URL too', async () => {
		await connect();
		await braze.control('POST', '/braze/campaigns/campaign-later-text', { url: `${receiver.url}?user={{\${user_id}}}` });
		await braze.text('cust-42', 'one');
		const delivery = await braze.event(({ kind }) => kind === 'delivery');
		expect(delivery.request?.path).toBe(`${receiver.url}?user=cust-42`);
	});

	it('several times where the fault says so', async () => {
		await connect();
		await braze.control('POST', '/faults', { vendor: 'braze', route: 'deliveries', repeat: 3, times: 1 });
		await braze.text('cust-42', 'one');
		const received = await bodies(3);
		expect(new Set(received.map(({ dispatch_id: id }) => id)).size).toBe(1);
	});
});
