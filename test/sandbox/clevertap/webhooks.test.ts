/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-hardcoded-secrets -- a test waits for calls; tokens of the seed */
import { RULES } from '../../../sandbox/clevertap/rules';
import type { NewWebhook } from '../../../sandbox/clevertap/controls/controlTypes';
import { startCleverTap, startReceiver, type CleverTap, type Loose, type Received, type Receiver } from './harness';

let clevertap: CleverTap;
let receiver: Receiver;
beforeAll(async () => {
	// 5 s become 5 ms.
	clevertap = await startCleverTap({ waitFactor: 0.001 });
});
beforeEach(async () => {
	await clevertap.reset();
	receiver = await startReceiver();
});
afterEach(async () => await receiver.close());
afterAll(async () => await clevertap.close());

const make = async (more: Partial<NewWebhook> = {}) => await clevertap.webhook({ name: 'n8n', url: receiver.url, ...more });
/** The figures once all of the campaign's calls are over. */
const over = async (id: number | string) => {
	for (;;) {
		const campaign = await clevertap.figures(id);
		if (campaign.pending === 0) return campaign;
		await new Promise((resolve) => setImmediate(resolve));
	}
};
const profiles = ({ body }: Received) => body.profiles as Loose[];

describe('Create in the dashboard', () => {
	it('calls the URL with a test body first', async () => {
		const answer = await make({ headers: { 'Api-token': 'relay-secret' }, auth: { type: 'basic', username: 'u', password: 'p' } });
		expect(answer.status).toBe(201);
		expect(receiver.received).toHaveLength(1);
		const [test] = receiver.received;
		expect(test).toMatchObject({ method: 'POST', headers: { 'api-token': 'relay-secret', authorization: `Basic ${Buffer.from('u:p').toString('base64')}`, 'content-type': 'application/json' } });
		expect(test.body).toMatchObject({ is_test: true, targetId: 1234, key_values: { key: expect.any(String) } });
		expect(profiles(test)).toHaveLength(5);
		expect(Object.keys(profiles(test)[0])).toEqual(['Identity', 'Email', 'push_token']);
		expect((await clevertap.control<{ webhooks: Loose[] }>('GET', '/webhooks')).body.webhooks).toMatchObject([{ name: 'n8n', method: 'POST' }]);
	});

	it.each([201, 204, 302, 401, 404, 500])('%i is not 200: nothing is saved, nothing tried again', async (status) => {
		receiver.test = status;
		const answer = await make();
		expect([answer.status, answer.body.status]).toEqual([422, status]);
		expect(receiver.received).toHaveLength(1);
		expect((await clevertap.control('GET', '/webhooks')).body).toEqual({ webhooks: [] });
		expect(clevertap.events().find(({ kind }) => kind === 'note')?.rule).toEqual(RULES.webhookTest);
	});

	it('no answer in time, or nobody there', async () => {
		await clevertap.settings({ webhookPatienceMs: 100 });
		receiver.test = 0;
		expect((await make()).body).toMatchObject({ status: 0, error: expect.stringContaining('timed out') });
		expect((await make({ url: 'http://127.0.0.1:9/nobody' })).status).toBe(422);
	});

	it('keeps secrets of the webhook to itself', async () => {
		await make({ headers: { 'Api-token': 'relay-secret' }, auth: { type: 'basic', username: 'u', password: 'very-secret' } });
		await clevertap.start('multi').catch(() => undefined);
		const shown = JSON.stringify([clevertap.events(), (await clevertap.control('GET', '/webhooks')).body]);
		expect(shown).not.toContain('relay-secret');
		expect(shown).not.toContain('very-secret');
		expect(shown).not.toContain(Buffer.from('u:very-secret').toString('base64'));
	});

	it('input and deletion', async () => {
		expect((await make({ url: 'nowhere' })).status).toBe(400);
		await make();
		expect((await clevertap.control('DELETE', '/webhooks/n8n')).status).toBe(200);
		expect((await clevertap.control('DELETE', '/webhooks/n8n')).status).toBe(404);
	});
});

describe('the two shapes', () => {
	it('profiles is an array where nothing is personal: "multi"', async () => {
		await make({ name: 'Sendbird multi' });
		expect((await clevertap.start('multi')).status).toBe(200);
		const [call] = await receiver.calls(1);
		const { id } = await over('multi');
		expect(call.body).toMatchObject({ targetId: id, key_values: { template_key: 'spring-sale' } });
		expect(profiles(call).map(({ Identity: identity, ProfileData: data }) => [identity, (data as Loose).SendbirdID])).toEqual([
			['cust-42', 'cust-42'], ['cust-45', 'cust-45'], ['cust-47', undefined], ['cust-49', 'sb-nobody'],
		]);
		expect(profiles(call)[0]).toMatchObject({ Email: 'ada@example.com', ObjectId: expect.any(String), Push_token: 'push-token-cust-42' });
		expect(receiver.sent()).toHaveLength(1);
		expect(await over(id)).toMatchObject({ status: 'completed', figures: { qualified: 4, sent: 4, errors: {} } });
	});

	it('in parts where there are more than fit', async () => {
		await clevertap.settings({ broadcastSize: 3 });
		await make({ name: 'Sendbird multi' });
		await clevertap.start('multi');
		await over('multi');
		expect(receiver.sent().map((call) => profiles(call).length).sort()).toEqual([1, 3]);
	});

	it('profiles is an object, a call for each, where key values have variables: "single"', async () => {
		await make({ name: 'Sendbird single' });
		await clevertap.start('single');
		await clevertap.upload(
			{ type: 'event', identity: 'cust-42', evtName: 'order shipped', evtData: { order_id: 'A-1' } },
			{ type: 'event', identity: 'cust-47', evtName: 'Order Shipped', evtData: { order_id: 'A-2' } },
		);
		const calls = await receiver.calls(2);
		const byOrder = [...calls].sort((a, b) => a.text.localeCompare(b.text));
		expect(byOrder.map(({ body }) => body.key_values)).toEqual(
			expect.arrayContaining([
				{ template_key: 'order-shipped', receiver: 'cust-42', order_id: 'A-1', event_name: 'Order Shipped Notification' },
				{ template_key: 'order-shipped', receiver: '', order_id: 'A-2', event_name: 'Order Shipped Notification' },
			]),
		);
		expect(byOrder.every(({ body }) => !Array.isArray(body.profiles))).toBe(true);
		expect(calls.map(({ body }) => (body.profiles as Loose).Event_properties)).toEqual(expect.arrayContaining([{ order_id: 'A-1' }, { order_id: 'A-2' }]));
		expect(await over('single')).toMatchObject({ status: 'running', figures: { qualified: 2, sent: 2 } });
	});

	it('a personalised URL is a call for each as well', async () => {
		await make({ url: `${receiver.url}?user={{Profile.Identity}}` });
		const { id } = await clevertap.campaign({ name: 'url', webhook: 'n8n', segment: 1001 });
		await clevertap.start(id);
		await over(id);
		expect(receiver.sent().map(({ headers }) => headers[':path']).sort()).toEqual(['42', '45', '47', '49'].map((number) => `/webhook/clevertap?user=cust-${number}`));
	});

	it('a custom body is the text of the editor', async () => {
		await make({ contentType: 'text/plain' });
		const body = '{"receiver":"{{Profile.SendbirdID}}","name":"{{ Profile["Name"] | default: "friend" }}","campaign":{{Campaign.campaignId}},"odd":"{{Profile.constructor}}{{ constructor.name }}"}';
		const { id } = await clevertap.campaign({ name: 'custom', webhook: 'n8n', body });
		await clevertap.start(id, { identities: ['cust-43'] });
		const [call] = await receiver.calls(1);
		expect(call.text).toBe(`{"receiver":"cust-43","name":"friend","campaign":${id},"odd":""}`);
		expect(call.headers['content-type']).toBe('text/plain');
	});

	it.each(['PUT', 'DELETE', 'GET'] as const)('method %s', async (method) => {
		await make({ method });
		const { id } = await clevertap.campaign({ name: 'method', webhook: 'n8n' });
		await clevertap.start(id, { identities: ['cust-42'] });
		await over(id);
		const last = receiver.received.at(-1);
		expect(last?.method).toBe(method);
		expect(last?.text === '').toBe(method === 'GET');
	});

	it('webhook_fields leaves parts out', async () => {
		await make();
		const { id } = await clevertap.campaign({ name: 'fields', webhook: 'n8n', webhookFields: ['identities'] });
		await clevertap.start(id, { identities: ['cust-42'] });
		expect(Object.keys(profiles((await receiver.calls(1))[0])[0])).toEqual(['Identity', 'Email', 'ObjectId']);
	});
});

describe('patience', () => {
	const run = async (answers: number[], size = 500) => {
		await clevertap.settings({ broadcastSize: size });
		await make();
		receiver.answers.push(...answers);
		const { id } = await clevertap.campaign({ name: 'run', webhook: 'n8n', segment: 1001 });
		await clevertap.start(id);
		return await over(id);
	};

	it.each([[500], [404], [302], [429]])('%i: one more attempt, the same body', async (status) => {
		expect(await run([status])).toMatchObject({ figures: { sent: 4, errors: {} } });
		const [first, second] = receiver.sent();
		expect(second.text).toBe(first.text);
		expect(receiver.sent()).toHaveLength(2);
	});

	it('the others do not fail with it', async () => {
		// Two calls go out together; only the one that was answered 500 comes again.
		expect(await run([500, 200, 500], 2)).toMatchObject({ status: 'completed', figures: { qualified: 4, sent: 2, errors: { 'Webhook Dispatch Failed': 2 } } });
	});

	it('then it is shown as failed', async () => {
		const campaign = await run([500, 500]);
		expect(campaign).toMatchObject({ status: 'completed', figures: { qualified: 4, sent: 0, errors: { 'Webhook Dispatch Failed': 4 } } });
		expect((await clevertap.note('Webhook Dispatch Failed')).rule).toEqual(RULES.webhookFailure);
	});

	it('any 2xx is taken', async () => {
		expect(await run([204])).toMatchObject({ figures: { sent: 4 } });
		expect(receiver.sent()).toHaveLength(1);
	});

	it('three seconds, by default', async () => {
		expect((await clevertap.settings({})).body).toMatchObject({ webhookPatienceMs: 3000, webhookRetries: 1 });
		await clevertap.settings({ webhookPatienceMs: 100 });
		expect(await run([0, 0])).toMatchObject({ figures: { errors: { 'Webhook Dispatch Failed': 4 } } });
		expect(clevertap.events().filter(({ kind, response }) => kind === 'delivery' && response?.body === 'timed out')).toHaveLength(2);
	});

	it('by the FAQ: two further attempts', async () => {
		await clevertap.settings({ webhookPatienceMs: 5000, webhookRetries: 2 });
		expect(await run([500, 500])).toMatchObject({ figures: { sent: 4 } });
		expect(receiver.sent()).toHaveLength(3);
	});

	it('a call that is repeated by a fault counts once', async () => {
		await make();
		await clevertap.fault({ route: 'deliveries', repeat: 3, times: 1 });
		const { id } = await clevertap.campaign({ name: 'twice', webhook: 'n8n' });
		await clevertap.start(id, { identities: ['cust-42'] });
		await receiver.calls(3);
		expect(await over(id)).toMatchObject({ pending: 0, figures: { qualified: 1, sent: 1 } });
	});
});

describe('starting', () => {
	it('needs the webhook of the dashboard', async () => {
		const answer = await clevertap.start('multi');
		expect([answer.status, answer.body.error]).toEqual([409, 'make the webhook "Sendbird multi" first: POST /_sandbox/clevertap/webhooks']);
	});

	it('an unknown campaign or person is 404, a strange field 400', async () => {
		await make();
		expect((await clevertap.start('nothing')).status).toBe(404);
		const { id } = await clevertap.campaign({ name: 'x', webhook: 'n8n' });
		expect((await clevertap.start(id, { identities: ['nobody'] })).status).toBe(404);
		expect((await clevertap.control('POST', '/campaigns', { name: 'x', colour: 'red' })).status).toBe(400);
		expect((await clevertap.control('POST', '/campaigns', {})).status).toBe(400);
	});
});
