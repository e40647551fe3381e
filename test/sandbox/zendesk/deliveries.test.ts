import { createHmac } from 'node:crypto';
import { CircuitBreaker } from '../../../sandbox/zendesk/webhooks/circuitBreaker';
import { retryWait } from '../../../sandbox/zendesk/webhooks/webhookDelivery';
import { eventWhere, Receiver, Zendesk, type UserJson } from './helpers';

const COMMENT = 'zen:event-type:ticket.comment_added';
const STATUS = 'zen:event-type:ticket.status_changed';

interface Payload {
	type: string;
	subject: string;
	detail: Record<string, unknown>;
	event: { comment?: { id: string; body: string; html_body: string; is_public: boolean; author: object }; current?: string; previous?: string };
}

interface InvocationJson {
	id: string;
	status: string;
	status_code: number;
}

describe('webhook deliveries', () => {
	let zendesk: Zendesk;
	let receiver: Receiver;
	let ada: UserJson;

	beforeAll(async () => {
		zendesk = await Zendesk.start();
	});
	afterAll(async () => await zendesk.sandbox.close());
	beforeEach(async () => {
		await zendesk.reset();
		receiver = await new Receiver().start();
		ada = await zendesk.createUser({ name: 'Ada', external_id: 'cust-1' });
	});
	afterEach(async () => await receiver.close());

	const ticket = async () => await zendesk.createTicket({ requester_id: ada.id, external_id: 'sms:cust-1:1', priority: 'normal', type: 'problem', comment: { body: 'Help', author_id: ada.id } });
	const reply = async (id: number, more: object = { text: 'On it' }) => (await zendesk.control<{ commentId: string }>('POST', `/agent/${id}/replies`, more)).body.commentId;
	const payloads = (): Payload[] => receiver.taken.map(({ text }) => JSON.parse(text) as Payload);
	const invocations = async (id: string, query = '') => (await zendesk.api<{ invocations: InvocationJson[] }>('GET', `/webhooks/${id}/invocations${query}`)).body.invocations;
	const finished = async (webhookId: string, status: string) => {
		const found = await invocations(webhookId);
		return found.some((invocation) => invocation.status === status) ? found : undefined;
	};

	test('an agent reply arrives signed, in the documented envelope', async () => {
		const { id } = await ticket();
		const webhook = await zendesk.subscribe(receiver.url, [COMMENT]);
		const commentId = await reply(id, { text: 'On "it" & more\n\nYours — ñ' });
		const [{ headers, text }] = await receiver.count(1);
		const timestamp = String(headers['x-zendesk-webhook-signature-timestamp']);
		expect(timestamp).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
		const expected = createHmac('sha256', webhook.signing_secret.secret).update(Buffer.from(timestamp + text, 'utf8')).digest('base64');
		expect(headers).toMatchObject({
			'content-type': 'application/json; charset=utf-8',
			'x-zendesk-account-id': '22129848',
			'x-zendesk-webhook-id': webhook.id,
			'x-zendesk-webhook-invocation-id': expect.stringMatching(/^[0-9A-Z]{26}$/),
			'x-zendesk-webhook-signature': expected,
		});
		const agents = (await zendesk.api<{ users: UserJson[] }>('GET', '/users?role=agent')).body.users;
		expect(JSON.parse(text)).toEqual({
			account_id: 22129848,
			id: expect.stringMatching(/^[0-9a-f-]{36}$/),
			time: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{9}Z$/),
			type: COMMENT,
			subject: `zen:ticket:${id}`,
			zendesk_event_version: '2022-11-06',
			detail: {
				actor_id: String(agents[0].id), assignee_id: String(agents[0].id), brand_id: expect.stringMatching(/^\d+$/), created_at: expect.any(String),
				custom_status: expect.stringMatching(/^\d+$/), description: 'Help', external_id: 'sms:cust-1:1', form_id: expect.stringMatching(/^\d+$/),
				group_id: expect.stringMatching(/^\d+$/), id: String(id), is_public: true, organization_id: null, priority: 'NORMAL', requester_id: String(ada.id),
				status: 'OPEN', subject: null, submitter_id: expect.stringMatching(/^\d+$/), tags: [], type: 'PROBLEM', updated_at: expect.any(String), via: { channel: 'web' },
			},
			event: {
				comment: {
					id: commentId,
					body: 'On "it" & more\n\nYours — ñ',
					html_body: '<div class="zd-comment" dir="auto"><p dir="auto">On &quot;it&quot; &amp; more</p><p dir="auto">Yours — ñ</p></div>',
					is_public: true,
					author: { id: String(agents[0].id), is_staff: true, name: 'Nora Lindqvist' },
				},
				meta: { sequence: { id: expect.any(String), position: 1 } },
			},
		});
	});

	test('an API write is told as web_service, by the API user, with the customer as author', async () => {
		const { id } = await ticket();
		await zendesk.subscribe(receiver.url, [COMMENT]);
		await zendesk.api('PUT', `/tickets/${id}`, { ticket: { comment: { body: 'More', author_id: ada.id, public: true } } });
		await receiver.count(1);
		const me = (await zendesk.api<{ user: UserJson }>('GET', '/users/me')).body.user;
		expect(payloads()[0]).toMatchObject({
			detail: { actor_id: String(me.id), via: { channel: 'web_service' } },
			event: { comment: { body: 'More', author: { id: String(ada.id), is_staff: false, name: 'Ada' } } },
		});
	});

	test('only subscribed types go out, only to active webhooks, each to each', async () => {
		const { id } = await ticket();
		const ours = await zendesk.subscribe(receiver.url, [COMMENT, STATUS]);
		const inactive = await zendesk.subscribe(receiver.url, [COMMENT], { status: 'inactive' });
		const statusOnly = await zendesk.subscribe(receiver.url, [STATUS]);
		await zendesk.api('PUT', `/tickets/${id}`, { ticket: { priority: 'high', tags: ['x'] } });
		await reply(id, { text: 'Done', status: 'solved' });
		await receiver.count(3);
		expect([(await invocations(ours.id)).length, (await invocations(inactive.id)).length, (await invocations(statusOnly.id)).length]).toEqual([2, 0, 1]);
		const changes = payloads().filter(({ type }) => type === STATUS).map(({ event }) => event);
		expect(changes).toEqual([{ current: 'SOLVED', previous: 'NEW' }, { current: 'SOLVED', previous: 'NEW' }]);
	});

	test('events do not wait for each other', async () => {
		const { id } = await ticket();
		await zendesk.subscribe(receiver.url, [COMMENT]);
		receiver.answer = (response, count) => void (count === 2 && response.end());
		await reply(id, { text: 'first' });
		await reply(id, { text: 'second' });
		await receiver.count(2);
		expect(payloads().map(({ event }) => event.comment?.body).sort()).toEqual(['first', 'second']);
	});

	test.each([
		['bearer_token', { token: 't-1' }, 'authorization', 'Bearer t-1'],
		['basic_auth', { username: 'u', password: 'p' }, 'authorization', 'Basic dTpw'],
		['api_key', { name: 'x-key', value: 'v' }, 'x-key', 'v'],
	])('%s is sent along', async (type, data, header, value) => {
		const { id } = await ticket();
		await zendesk.subscribe(receiver.url, [COMMENT], { authentication: { type, data, add_position: 'header' } });
		await reply(id);
		expect((await receiver.count(1))[0].headers[header]).toBe(value);
	});

	describe('retries', () => {
		const timeout = { status: 0, timedOut: true, headers: {}, body: '' };
		const answer = (status: number, retryAfter?: string) => ({ status, timedOut: false, headers: retryAfter === undefined ? {} : { 'retry-after': retryAfter }, body: '' });
		const attempts = (outcome: Parameters<typeof retryWait>[0]) => {
			let attempt = 1;
			while (attempt < 20 && retryWait(outcome, attempt) !== undefined) attempt += 1;
			return attempt;
		};

		test.each([
			['a timeout', timeout, 6],
			['409', answer(409), 4],
			['429 with a short Retry-After', answer(429, '59'), 6],
			['503 with a short Retry-After', answer(503, '1'), 6],
			['429 with a long Retry-After', answer(429, '60'), 1],
			['503 without', answer(503), 1],
			['500', answer(500), 1],
			['404', answer(404), 1],
			['302', answer(302), 1],
			['a lost connection', answer(0), 1],
			['success', answer(200), 1],
		])('%s: %#', (_name, outcome, total) => {
			expect(attempts(outcome)).toBe(total);
		});

		test('a 409 is sent again under the same invocation, freshly signed, and logged', async () => {
			receiver.answer = (response, count) => void response.writeHead(count === 1 ? 409 : 200).end();
			const { id } = await ticket();
			const webhook = await zendesk.subscribe(receiver.url, [COMMENT]);
			await reply(id);
			const [first, second] = await receiver.count(2);
			expect(second.text).toBe(first.text);
			expect(second.headers['x-zendesk-webhook-invocation-id']).toBe(first.headers['x-zendesk-webhook-invocation-id']);
			await eventWhere(zendesk, ({ summary }) => summary.endsWith('(attempt 2)'));
			const [invocation] = await invocations(webhook.id, '?filter[status]=success');
			expect(invocation).toMatchObject({ status: 'success', status_code: 200 });
			const log = await zendesk.client().webhooks.listInvocationAttempts(webhook.id, invocation.id);
			expect(log.result).toMatchObject({ attempts: [{ status: 'client error', status_code: 409 }, { status: 'success' }] });
		});

		test('no answer in time counts as 504 and is tried again', async () => {
			await zendesk.control('POST', '/zendesk/limits', { webhookTimeoutMs: 200 });
			receiver.answer = (response, count) => void (count >= 3 && response.end());
			const { id } = await ticket();
			const webhook = await zendesk.subscribe(receiver.url, [COMMENT]);
			await reply(id);
			await receiver.count(3);
			await eventWhere(zendesk, ({ summary }) => summary.endsWith('(attempt 3)'));
			const [{ id: invocationId }] = await invocations(webhook.id);
			const { body } = await zendesk.api<{ attempts: object[] }>('GET', `/webhooks/${webhook.id}/invocations/${invocationId}/attempts`);
			expect(body.attempts).toMatchObject([{ status: 'timeout', status_code: 504 }, { status: 'timeout' }, { status: 'success' }]);
		});

		test('a lost connection is final: the event is gone', async () => {
			receiver.answer = (response) => void response.destroy();
			const { id } = await ticket();
			const webhook = await zendesk.subscribe(receiver.url, [COMMENT]);
			await reply(id);
			await eventWhere(zendesk, ({ kind }) => kind === 'delivery');
			expect(await finished(webhook.id, 'failed')).toMatchObject([{ status: 'failed', status_code: 0 }]);
			await zendesk.age(60);
			expect(receiver.taken).toHaveLength(1);
		});

		test('unsigned anew where the world says so', async () => {
			await zendesk.control('POST', '/zendesk/limits', { resignRetries: false });
			receiver.answer = (response, count) => void response.writeHead(count === 1 ? 503 : 200, { 'retry-after': '59' }).end();
			const { id } = await ticket();
			await zendesk.subscribe(receiver.url, [COMMENT]);
			await reply(id);
			await receiver.count(1);
			await eventWhere(zendesk, ({ kind }) => kind === 'delivery');
			await zendesk.age(59);
			const [first, second] = await receiver.count(2);
			expect(second.headers['x-zendesk-webhook-signature']).toBe(first.headers['x-zendesk-webhook-signature']);
		});

		test('a fault repeats every delivery', async () => {
			await zendesk.control('POST', '/faults', { vendor: 'zendesk', route: 'deliveries', repeat: 3, repeatEveryMs: 0, times: 1 });
			const { id } = await ticket();
			await zendesk.subscribe(receiver.url, [COMMENT]);
			await reply(id);
			await receiver.count(3);
			expect(new Set(receiver.taken.map(({ text }) => text)).size).toBe(1);
		});
	});

	describe('the circuit', () => {
		const fail = (circuit: CircuitBreaker, count: number, failed = true) => {
			for (let turn = 0; turn < count; turn++) circuit.record('w', failed);
		};

		test('opens at 70 % of at least 100 requests, for 5 seconds', () => {
			const circuit = new CircuitBreaker();
			fail(circuit, 30, false);
			fail(circuit, 69);
			expect(circuit.isOpen('w')).toBe(false);
			fail(circuit, 1);
			expect([circuit.isOpen('w'), circuit.isOpen('other')]).toEqual([true, false]);
			circuit.age(5000);
			expect(circuit.isOpen('w')).toBe(false);
			circuit.age(5 * 60_000);
			fail(circuit, 99);
			expect(circuit.isOpen('w')).toBe(false);
		});

		test('stays shut while fewer fail', () => {
			const circuit = new CircuitBreaker();
			fail(circuit, 60, false);
			fail(circuit, 130);
			expect(circuit.isOpen('w')).toBe(false);
		});
	});
});
