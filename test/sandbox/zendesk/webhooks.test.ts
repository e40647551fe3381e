import { sign } from '../../../sandbox/zendesk/webhooks/signature';
import { Receiver, Zendesk } from './helpers';

interface WebhookJson {
	id: string;
	name: string;
	status: string;
	subscriptions: string[];
	signing_secret?: { algorithm: string; secret: string };
}

const COMMENT = 'zen:event-type:ticket.comment_added';

describe('webhooks', () => {
	let zendesk: Zendesk;

	beforeAll(async () => {
		zendesk = await Zendesk.start();
	});
	afterAll(async () => await zendesk.sandbox.close());
	beforeEach(async () => await zendesk.reset());

	const good = { name: 'ours', endpoint: 'https://n8n.example.com/hook', http_method: 'POST', request_format: 'json', status: 'active', subscriptions: [COMMENT] };
	const create = async (changes: object = {}) => await zendesk.api<{ webhook: WebhookJson; errors: unknown[] }>('POST', '/webhooks', { webhook: { ...good, ...changes } });
	const list = async (query = '') => (await zendesk.api<{ webhooks: WebhookJson[]; meta: object; links: { next: string | null } }>('GET', `/webhooks${query}`)).body;

	test('the vector of the signature holds', () => {
		const body = String.raw`{"ticket_id":"35436","note":"café \"q\"\nline2"}`;
		expect(sign('dGhpc19zZWNyZXRfaXNfZm9yX3Rlc3Rpbmdfb25seQ==', '2021-03-25T05:09:27Z', body)).toBe('z+uE1nTUlSpiFeRUQNsyScMOBm2A5nYCOVKaN4nna6w=');
	});

	test('node-zendesk creates, shows, lists, changes, deletes; the secret is read and reset', async () => {
		const { webhooks } = zendesk.client();
		const made = (await webhooks.create({ webhook: good })).result as WebhookJson;
		expect(made).toMatchObject({ ...good, signing_secret: { algorithm: 'SHA256', secret: expect.any(String) } });
		expect((await webhooks.show(made.id)).result).not.toHaveProperty('signing_secret');
		expect(await webhooks.list()).toMatchObject([{ name: 'Warehouse export (other team)' }, { id: made.id }]);
		expect((await webhooks.getSigningSecret(made.id)).result).toEqual({ signing_secret: made.signing_secret });
		await webhooks.resetSigningSecret(made.id);
		expect((await webhooks.getSigningSecret(made.id)).result).not.toEqual({ signing_secret: made.signing_secret });
		await webhooks.update(made.id, { webhook: { ...good, name: 'renamed' } });
		await webhooks.patch(made.id, { webhook: { status: 'inactive' } });
		expect((await webhooks.show(made.id)).result).toMatchObject({ name: 'renamed', status: 'inactive', subscriptions: [COMMENT] });
		await webhooks.delete(made.id);
		await expect(webhooks.show(made.id)).rejects.toMatchObject({ statusCode: 404 });
		expect((await list()).webhooks).toHaveLength(1);
	});

	test('the list is filtered and comes in cursor pages', async () => {
		for (const name of ['n8n a', 'n8n b', 'other']) await create({ name });
		expect((await list('?filter[name_contains]=N8N')).webhooks.map(({ name }) => name)).toEqual(['n8n a', 'n8n b']);
		expect((await list('?filter[status]=inactive')).webhooks).toHaveLength(1);
		const first = await list('?page[size]=3');
		expect([first.webhooks.length, first.meta]).toEqual([3, expect.objectContaining({ has_more: true })]);
		const next = await list(new URL(first.links.next ?? '').search);
		expect([next.webhooks.length, next.links.next]).toEqual([1, null]);
	});

	test.each([
		[{ name: '' }],
		[{ endpoint: 'nonsense' }],
		[{ endpoint: 'ftp://example.com/x' }],
		[{ status: 'on' }],
		[{ http_method: 'GET' }],
		[{ request_format: 'xml' }],
		[{ subscriptions: [COMMENT, 'conditional_ticket_events'] }],
		[{ subscriptions: ['ticket.comment_added'] }],
		[{ endpoint: 'http://example.com/x', custom_headers: { a: 'b' } }],
	])('%j is refused with 400', async (changes) => {
		const { status, body } = await create(changes);
		expect([status, body.errors]).toEqual([400, [expect.objectContaining({ code: 'InvalidWebhook' })]]);
		expect((await list()).webhooks).toHaveLength(1);
	});

	test('other event types and triggers\' webhooks are accepted; the kind never changes', async () => {
		expect((await create({ subscriptions: ['zen:event-type:user.created'] })).status).toBe(201);
		const conditional = await create({ subscriptions: ['conditional_ticket_events'], http_method: 'PUT' });
		expect(conditional.status).toBe(201);
		const changed = await zendesk.api('PATCH', `/webhooks/${conditional.body.webhook.id}`, { webhook: { subscriptions: [COMMENT], http_method: 'POST' } });
		expect(changed.status).toBe(400);
	});

	test('secrets of the authentication are never shown', async () => {
		const made = await create({ authentication: { type: 'bearer_token', data: { token: 'do-not-show' }, add_position: 'header' } });
		expect(made.body.webhook).toMatchObject({ authentication: { type: 'bearer_token', add_position: 'header' } });
		expect(JSON.stringify([made.body, await list(), zendesk.events])).not.toContain('do-not-show');
	});

	test('a test request is signed with the public secret before the webhook exists, with its own afterwards', async () => {
		const receiver = await new Receiver().start();
		receiver.answer = (response) => void response.writeHead(201, { 'x-mine': 'yes' }).end('thanks');
		const request = { endpoint: receiver.url, http_method: 'POST', request_format: 'json', payload: '{"a":1}' };
		const answer = await zendesk.api<{ response: object }>('POST', '/webhooks/test', { request });
		expect(answer.body.response).toMatchObject({ status: 201, payload: 'thanks', headers: expect.arrayContaining([{ key: 'x-mine', value: 'yes' }]) });
		const webhook = await zendesk.subscribe(receiver.url, [COMMENT]);
		await zendesk.api('POST', `/webhooks/test?webhook_id=${webhook.id}`, { request: { payload: '{"a":1}' } });
		const secrets = ['dGhpc19zZWNyZXRfaXNfZm9yX3Rlc3Rpbmdfb25seQ==', webhook.signing_secret.secret];
		expect(receiver.taken).toHaveLength(2);
		receiver.taken.forEach(({ headers, text }, index) => {
			expect(headers['x-zendesk-webhook-signature']).toBe(sign(secrets[index], String(headers['x-zendesk-webhook-signature-timestamp']), text));
		});
		await receiver.close();
	});
});
