import nock from 'nock';
import type { Zendesk } from '../../../sandbox/zendesk/helpers';
import type { Driver } from '../../../support/drives';
import { agentReplies, closeByAutomation, credentialsFor, idOf, newTicket, startDriver } from './zendesk';

jest.mock('n8n-workflow', () => jest.requireActual<typeof import('../../../support/quickSleep')>('../../../support/quickSleep').quick);

let started: Awaited<ReturnType<typeof startDriver>>;
let node: Driver;
let sandbox: Zendesk;
beforeAll(async () => {
	nock.restore();
	started = await startDriver();
	({ node, sandbox } = started);
});
beforeEach(async () => void (await started.begin()));
afterAll(async () => await sandbox.sandbox.close());

const change = { more: { priority: 'low' } };

describe('tickets that take nothing more', () => {
	it('closed: told as such, one by one and in a job', async () => {
		const ticketId = await newTicket(node, sandbox);
		await closeByAutomation(sandbox, ticketId);
		for (const operation of ['ticket.update', 'ticket.updateMany']) expect(await node.failure(operation, { ticketId, ...change })).toMatchObject({ class: 'closed', fix: expect.stringContaining('follow-up') });
		expect(await node.failure('ticket.addTags', { ticketId, tags: 'late' })).toMatchObject({ class: 'closed' });
	});

	it('merged away: closed too, and the customer\'s next message opens a follow-up', async () => {
		const message = { requesterId: String(await idOf(sandbox)), channel: 'sms', customer: 'cust-1', text: 'Hello', deliveryId: 'd-1' };
		const source = String((await node.one('conversation.addCustomerMessage', message)).ticketId);
		await node.one('ticket.merge', { ticketId: await newTicket(node, sandbox), ids: source });
		expect(await node.failure('ticket.update', { ticketId: source, ...change })).toMatchObject({ class: 'closed' });
		expect(await node.one('conversation.addCustomerMessage', { ...message, deliveryId: 'd-2' })).toMatchObject({ action: 'followUp', followUpOf: source });
	});

	it('deleted: not found, for each operation that names it', async () => {
		const ticketId = await newTicket(node, sandbox);
		await node.one('ticket.delete', { ticketId });
		const merge = { ticketId, ids: await newTicket(node, sandbox) };
		for (const [operation, parameters] of [['ticket.update', change], ['ticket.addTags', { tags: 'a' }], ['ticket.listComments', {}], ['ticket.delete', {}], ['ticket.merge', merge], ['conversation.getReply', {}]] as const) {
			expect({ operation, failure: await node.failure(operation, { ticketId, ...parameters }) }).toMatchObject({ operation, failure: { class: 'notFound' } });
		}
	});

	it('a suspended requester is refused by name', async () => {
		const requesterId = String((await node.one('user.create', { name: 'Eve', more: { suspended: true } })).id);
		expect(await node.failure('ticket.create', { subject: 's', comment: 'c', requesterId })).toMatchObject({ class: 'invalidInput', status: 422, message: expect.stringContaining('Eve is suspended') });
		const { places } = await node.run('ticket.createMany', { subject: 's', comment: 'c', requesterId: '={{ $json.r }}' }, [{ r: requesterId }, { r: await idOf(sandbox) }]);
		expect(places).toEqual({ good: [1], bad: [0] });
	});
});

describe('safe update', () => {
	it('an old stamp is a conflict (409) and changes nothing', async () => {
		const ticketId = await newTicket(node, sandbox);
		expect(await node.failure('ticket.update', { ticketId, more: { priority: 'low', updatedStamp: '2020-01-01T00:00:00Z' } })).toMatchObject({ class: 'conflict', status: 409 });
		expect((await sandbox.truth(Number(ticketId))).ticket.priority).toBeNull();
	});

	it('or is read again and sent once more', async () => {
		const ticketId = await newTicket(node, sandbox);
		await node.one('ticket.update', { ticketId, more: { priority: 'low', updatedStamp: '2020-01-01T00:00:00Z', whenChanged: 'retry' } });
		expect(node.called.map((call) => call.split(' ')[0])).toEqual(['PUT', 'GET', 'PUT']);
		expect((await sandbox.truth(Number(ticketId))).ticket.priority).toBe('low');
	});
});

describe('jobs', () => {
	it('one that was killed says nothing of its items: their outcome is unknown, all of them', async () => {
		await sandbox.control('POST', '/zendesk/settings', { jobEnd: 'killed' });
		const { bad } = await node.run('ticket.createMany', { subject: 's', comment: 'c', requesterId: String(await idOf(sandbox)) }, [{}, {}]);
		expect(bad.map(({ error }) => Object(error).class)).toEqual(['unknownOutcome', 'unknownOutcome']);
	});

	it('two changes of one ticket go into two jobs, one after the other: neither is refused for the other', async () => {
		await sandbox.control('POST', '/zendesk/settings', { jobQueuedMs: 20, jobWorkMs: 20 });
		const [first, second] = [await newTicket(node, sandbox), await newTicket(node, sandbox)];
		const items = [{ id: first, s: 'a' }, { id: second, s: 'b' }, { id: first, s: 'c' }];
		expect(await node.run('ticket.updateMany', { ticketId: '={{ $json.id }}', more: { subject: '={{ $json.s }}' } }, items)).toMatchObject({ places: { good: [0, 1, 2], bad: [] }, bad: [] });
		expect(node.called.filter((call) => call.startsWith('PUT'))).toHaveLength(2);
		expect((await sandbox.truth(Number(first))).ticket.subject).toBe('c');
	});

	it('somebody else\'s change while the job waits: a conflict, on that item alone', async () => {
		await sandbox.control('POST', '/zendesk/settings', { jobQueuedMs: 60_000 });
		const [changed, other] = [await newTicket(node, sandbox), await newTicket(node, sandbox)];
		const stop = sandbox.sandbox.world.events.subscribe(({ kind, summary }) => {
			if (kind !== 'request' || !summary.startsWith('job: 2 tickets')) return;
			stop();
			void agentReplies(sandbox, changed, 'I was faster').then(async () => await sandbox.age(120));
		});
		const { places, bad } = await node.run('ticket.updateMany', { ticketId: '={{ $json.id }}', more: { subject: 'n' } }, [{ id: changed }, { id: other }]);
		expect(places).toEqual({ good: [1], bad: [0] });
		expect(bad[0].error).toMatchObject({ class: 'conflict' });
	});

	it('thirty are all that an account may have: told as a limit', async () => {
		await sandbox.control('POST', '/zendesk/settings', { jobQueuedMs: 60_000 });
		const requester = await idOf(sandbox);
		for (let job = 0; job < 30; job += 1) await sandbox.api('POST', '/tickets/create_many', { tickets: [{ subject: 's', comment: { body: 'c' }, requester_id: requester }] });
		expect(await node.failure('ticket.createMany', { subject: 's', comment: 'c', requesterId: String(requester) })).toMatchObject({ class: 'rateLimited', fix: expect.stringContaining('30 jobs') });
	});
});

describe('limits', () => {
	it('updates of one ticket in ten minutes: the item says how long to wait, and other tickets go on', async () => {
		await sandbox.control('POST', '/zendesk/limits', { updatesPerTicketPer10Min: 2 });
		const [busy, other] = [await newTicket(node, sandbox), await newTicket(node, sandbox)];
		const { places, bad } = await node.run('ticket.update', { ticketId: '={{ $json.id }}', ...change }, [busy, busy, busy, other].map((id) => ({ id })));
		expect(places).toEqual({ good: [0, 1, 3], bad: [2] });
		expect(bad[0].error).toMatchObject({ class: 'rateLimited', status: 429, retryAfter: expect.any(Number), fix: expect.stringContaining('ticket') });
	});

	it('create or update: five a minute for one user', async () => {
		const { places, bad } = await node.run('user.createOrUpdate', { name: 'Ada', more: { externalId: '={{ $json.id }}' } }, ['a', 'a', 'a', 'a', 'a', 'a', 'a', 'b'].map((id) => ({ id })));
		// The first one makes the user; five changes follow.
		expect(places).toEqual({ good: [0, 1, 2, 3, 4, 5, 7], bad: [6] });
		expect(bad[0].error).toMatchObject({ class: 'rateLimited', fix: expect.stringContaining('user') });
	});

	it('a search beyond 1,000 becomes an export, which says how many there are', async () => {
		await node.all('ticket.createMany', { subject: 's', comment: 'c', requesterId: String(await idOf(sandbox)) }, Array.from({ length: 1_010 }, () => ({})));
		const all = await node.all('ticket.search', { query: 'status<solved', returnAll: true });
		expect(new Set(all.map(({ id }) => id)).size).toBe(1_010);
		expect(node.called).toContain('GET /api/v2/search/export');
		const stopped = await node.all('ticket.search', { query: 'status<solved', returnAll: true, beyond: 'stop' });
		expect(stopped).toHaveLength(1_000);
		expect(node.called).not.toContain('GET /api/v2/search/export');
	});
});

describe('signing in', () => {
	const GET = 'user.getMany';

	it('with an API token', async () => {
		const { role } = await node.one(GET, { authentication: 'apiToken', returnAll: true, role: 'admin' });
		expect(role).toBe('admin');
	});

	it('a wrong secret is told with its fix, and never repeated', async () => {
		const credentials = credentialsFor(sandbox);
		const wrong = { zendeskSupportOAuth2Api: { ...credentials.zendeskSupportOAuth2Api, clientSecret: 'not-the-secret' } };
		const { bad } = await node.run(GET, {}, [{}], { credentials: wrong });
		expect(bad[0].error).toMatchObject({ class: 'unauthorized', fix: expect.stringContaining('client secret') });
		expect(JSON.stringify(bad)).not.toContain('not-the-secret');
	});

	it('a token that was revoked meanwhile is fetched anew', async () => {
		const credentials = credentialsFor(sandbox);
		await node.all(GET, { returnAll: true }, [{}], { credentials });
		expect(credentials.zendeskSupportOAuth2Api).toHaveProperty('oauthTokenData');
		await sandbox.control('POST', '/zendesk/oauth/revoke', {});
		expect(await node.all(GET, { returnAll: true }, [{}], { credentials })).toHaveLength(4);
	});

	it('a client without the scope: the failure names it', async () => {
		const { bad } = await node.run('ticket.create', { subject: 's', comment: 'c', requesterId: String(await idOf(sandbox)) }, [{}], { credentials: { zendeskSupportOAuth2Api: { ...credentialsFor(sandbox, 'sandbox').zendeskSupportOAuth2Api, clientId: 'sandbox_reader', clientSecret: 'sandbox-reader-secret', scope: 'tickets:read' } } });
		expect(bad[0].error).toMatchObject({ class: 'forbidden', fix: expect.stringContaining('tickets:write') });
	});
});
