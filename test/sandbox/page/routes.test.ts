import type { SandboxEvent } from '../../../sandbox/control/types';
import type { PagePerson, Tally } from '../../../sandbox/page/pageTypes';
import { bridge, openTestWorld, type TestWorld } from './world';

describe('what the page’s server does', () => {
	let world: TestWorld;

	beforeAll(async () => {
		world = await openTestWorld();
	});
	afterAll(async () => await world.close());
	beforeEach(() => {
		world.sandbox.world.reset();
		world.received.length = 0;
		world.answer(() => undefined);
	});

	const event = async (isIt: (event: SandboxEvent) => boolean): Promise<SandboxEvent> =>
		await new Promise((resolve) => {
			const { events } = world.sandbox.world;
			const seen = events.after(0).events.find(isIt);
			if (seen !== undefined) return resolve(seen);
			const stop = events.subscribe((one) => {
				if (!isIt(one)) return;
				stop();
				resolve(one);
			});
		});
	const isDelivery = (summary: RegExp) => ({ kind, summary: words }: SandboxEvent) => kind === 'delivery' && summary.test(words);
	const text = async (words: string) => await world.control('POST', '/customer/cust-42/messages', { text: words });
	const tally = async (): Promise<Tally> => (await world.control<Tally>('GET', '/page/tally')).body;

	it('knows the customers, the named and the nameless, and who signs up', async () => {
		const people = async () => (await world.control<{ people: PagePerson[] }>('GET', '/page/people')).body.people;
		expect(await people()).toEqual(expect.arrayContaining([{ id: 'cust-42', name: 'Ada Lovelace', phone: '+12025550142' }, { id: 'cust-43', name: 'cust-43', phone: '+12025550143' }]));
		await world.control('POST', '/customers', { external_id: 'new-1', first_name: 'Maja', phone: '+12025551234' });
		await world.control('POST', '/customer/new-1/messages', { text: 'Hi' });
		expect(await people()).toContainEqual({ id: 'new-1', name: 'Maja', phone: '+12025551234' });
	});

	it('reads both ends: texts arrive, one comes twice, one is under way', async () => {
		await world.control('POST', '/braze/connect', { webhookUrl: `${world.outside}/braze`, webhookSecret: 'the-secret' });
		expect(await tally()).toMatchObject({ counted: 0, lost: 0, doubled: 0 });
		world.answer(bridge(world));
		await text('SUPPORT');
		await event(isDelivery(/first text/));
		await text('Where is it?');
		await event(isDelivery(/later text/));
		expect(await tally()).toMatchObject({ counted: 2, arrived: 2, underWay: 0, lost: 0, doubled: 0 });

		const twice = bridge(world);
		await world.zendesk('PUT', '/tickets/1001', { ticket: { comment: { body: 'Where is it?', author_id: (await world.zendesk<{ ticket: { requester_id: number } }>('PUT', '/tickets/1001', { ticket: { priority: 'high' } })).ticket.requester_id, public: true } } });
		expect(await tally()).toMatchObject({ counted: 2, arrived: 2, doubled: 1 });

		world.answer((call) => (call.body.includes('dropped') ? undefined : twice(call)));
		await text('dropped');
		await event(({ kind, request }) => kind === 'delivery' && request?.body.includes('dropped') === true);
		const { counted, underWay, lost, texts } = await tally();
		expect([counted, underWay, lost]).toEqual([3, 1, 0]);
		expect(texts.map(({ state }) => state)).toEqual(['arrived', 'doubled', 'handed']);
	});

	it('forges the newest delivery of a vendor: same body, no proof, one attempt', async () => {
		expect((await world.control('POST', '/page/forge', { vendor: 'braze' })).status).toBe(409);
		await world.control('POST', '/braze/connect', { webhookUrl: `${world.outside}/braze`, webhookSecret: 'the-secret' });
		await text('SUPPORT');
		await event(isDelivery(/first text/));
		world.answer(() => ({ status: 503 }));
		expect((await world.control('POST', '/page/forge', { vendor: 'braze' })).status).toBe(202);
		const forged = await event(isDelivery(/^forged: /));
		expect(forged.response?.status).toBe(503);
		const [genuine, copy, ...more] = world.received;
		expect(more).toEqual([]);
		expect(genuine.headers.authorization).toBe('Bearer the-secret');
		expect(copy.headers.authorization).toBe('forged-by-the-sandbox');
		expect(copy.body).toBe(genuine.body);
		expect((await tally()).counted).toBe(1);
	});

	it('finds all attempts of one delivery', async () => {
		world.answer(() => ({ status: world.received.length === 1 ? 503 : 200 }));
		await world.control('POST', '/braze/connect', { webhookUrl: `${world.outside}/braze`, webhookSecret: 'the-secret' });
		await text('SUPPORT');
		const second = await event(isDelivery(/attempt 2/));
		const { body } = await world.control<{ events: SandboxEvent[] }>('GET', `/page/events/${second.id}/attempts`);
		expect(body.events.map(({ response }) => response?.status)).toEqual([503, 200]);
	});

	it('marks what the page itself reads, and nothing that n8n does', async () => {
		const read = async (headers: Record<string, string>) => await fetch(`${world.sandbox.ready.vendors.braze}/campaigns/list`, { headers: { authorization: 'Bearer sandbox-braze-key', ...headers } });
		await read({ 'x-sandbox-page': '1' });
		await read({});
		const { eventLine } = await import('../../../sandbox/page/eventLine');
		expect(world.sandbox.world.events.after(0).events.map((one) => eventLine(one).ownRead)).toEqual([true, undefined]);
	});

	it('leads to an execution in n8n’s editor, or to the list where nobody may look it up', async () => {
		const link = async () => {
			const answer = await fetch(`${world.sandbox.ready.control}/page/executions/12`, { redirect: 'manual' });
			return [answer.status, answer.headers.get('location')];
		};
		expect(await link()).toEqual([404, null]);
		await world.control('POST', '/page/n8n', { url: world.outside });
		expect(await link()).toEqual([302, `${world.outside}/home/executions`]);
		world.answer(({ path, headers, body }) => {
			if (path === '/rest/login') return body.includes('"emailOrLdapLoginId":"demo@example.com"') ? { headers: { 'set-cookie': 'n8n-auth=abc; Path=/' } } : { status: 401 };
			return path === '/rest/executions/12' && headers.cookie === 'n8n-auth=abc' ? { body: { data: { workflowId: 'wf7' } } } : { status: 404 };
		});
		await world.control('POST', '/page/n8n', { url: world.outside, login: { email: 'demo@example.com', password: 'right' } });
		expect(await link()).toEqual([302, `${world.outside}/workflow/wf7/executions/12`]);
		expect((await world.control('POST', '/page/n8n', { url: 'no address' })).status).toBe(400);
		expect(JSON.stringify((await world.control('GET', '/page/n8n')).body)).not.toContain('right');
	});
});
