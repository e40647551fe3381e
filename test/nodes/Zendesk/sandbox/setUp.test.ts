import nock from 'nock';
import { z } from 'zod';
import { Receiver, type Zendesk } from '../../../sandbox/zendesk/helpers';
import { byId, type Driver } from '../../../support/drives';
import { agentReplies, credentialsFor, newTicket, startDriver } from './zendesk';

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

const N8N = { way: 'n8n', endpoint: 'https://n8n.example.com/webhook/1/webhook' };
const DIRECT = { way: 'direct', replyCampaignId: 'c-reply', solvedCampaignId: 'c-solved', closingText: 'It is "solved", ok?' };
const REAL = { dryRun: false };

const report = z.object({
	changes: z.number(),
	differs: z.array(z.string()),
	warnings: z.array(z.string()),
	steps: z.array(z.object({ kind: z.string(), id: z.coerce.string().optional(), action: z.string(), active: z.boolean().optional() })),
	cutOver: z.array(z.string()).optional(),
	wayBack: z.array(z.string()).optional(),
});
const setUp = async (parameters: object) => report.parse(await node.one('integration.setUp', { ...N8N, ...REAL, ...parameters }));

/** All that an account holds of rules, as the sandbox really has it. */
const account = async () => ({ ...Object((await sandbox.control('GET', '/zendesk/triggers')).body), webhooks: Object((await sandbox.control('GET', '/zendesk/webhooks')).body).webhooks });

const byHand = async (more = {}) => await sandbox.control('POST', '/zendesk/handmade', more);

it.each([['n8n', N8N], ['Braze directly', DIRECT]])('%s: a second run changes nothing at all', async (_, way) => {
	await setUp(way);
	const before = await account();
	expect(await setUp(way)).toMatchObject({ changes: 0, differs: [], warnings: [] });
	expect(await account()).toEqual(before);
});

it('a dry run changes nothing either', async () => {
	const before = await account();
	expect((await setUp({ dryRun: true })).changes).toBeGreaterThan(0);
	expect(await account()).toEqual(before);
});

it('a trigger that somebody changed is reported and left alone, and mended with leave', async () => {
	const { steps } = await setUp({});
	const triggerId = byId(steps.find(({ kind }) => kind === 'trigger')?.id);
	await node.one('trigger.update', { triggerId, more: { all: '[{"field": "status", "operator": "is", "value": "open"}]' } });
	const changed = await account();
	const drift = await setUp({});
	expect(drift.changes).toBe(0);
	expect(drift.differs).toHaveLength(1);
	expect(await account()).toEqual(changed);
	expect(await setUp({ repair: true })).toMatchObject({ changes: 1, differs: [] });
	expect(await setUp({})).toMatchObject({ changes: 0, differs: [] });
});

it.each([['en'], ['fr']])('where the document\'s way is live already (%s), ours is made switched off and the cut-over told', async (language) => {
	await byHand({ language });
	const before = await account();
	const told = await setUp({ dryRun: true });
	expect(await account()).toEqual(before);
	expect(told.warnings.join(' ')).toContain('every SMS goes out twice');
	expect(told.cutOver?.length).toBeGreaterThan(2);
	expect(told.wayBack?.length).toBeGreaterThan(0);
	const made = await setUp({});
	expect(made.steps.filter(({ kind }) => kind === 'trigger').map(({ active }) => active)).toEqual([false, false]);
	const after = await account();
	for (const trigger of before.triggers) expect(after.triggers).toContainEqual(expect.objectContaining({ id: trigger.id, active: trigger.active, conditions: trigger.conditions, actions: trigger.actions }));
});

it('what was made by hand is not torn down', async () => {
	await byHand();
	const before = await account();
	await setUp({});
	await node.one('integration.tearDown', { ...N8N, ...REAL });
	const after = await account();
	expect(after.webhooks.map(({ id }: { id: string }) => id)).toEqual(before.webhooks.map(({ id }: { id: string }) => id));
	expect(after.triggers).toHaveLength(before.triggers.length);
});

it('Zendesk writes to Braze by itself what stays JSON, whatever the agent types', async () => {
	const receiver = await new Receiver().start();
	try {
		const credentials = credentialsFor(sandbox);
		const braze = { ...credentials.brazeMessagingApi, baseUrl: new URL(receiver.url).origin };
		await node.one('integration.setUp', { ...DIRECT, ...REAL }, [{}], { credentials: { ...credentials, brazeMessagingApi: braze } });
		const requester = await sandbox.createUser({ name: 'Ada', user_fields: { braze_external_id: 'cust-1' } });
		const ticketId = await newTicket(node, sandbox, { requesterId: String(requester.id), more: { externalId: 'sms:cust-1:1' } });
		await agentReplies(sandbox, ticketId, 'He said: "no"\n\\o/ {{ticket.id}}');
		const [{ text, headers }] = await receiver.count(1);
		expect(headers.authorization).toBe(`Bearer ${braze.apiKey}`);
		expect(JSON.parse(text)).toMatchObject({ campaign_id: 'c-reply', recipients: [{ external_user_id: 'cust-1', attributes: { zendesk_ticket: ticketId, zendesk_ticket_open: true } }] });
		await sandbox.control('POST', `/agent/${ticketId}/status`, { status: 'solved' });
		expect(JSON.parse((await receiver.count(2))[1].text)).toMatchObject({ campaign_id: 'c-solved', recipients: [{ attributes: { zendesk_ticket_open: false } }] });
	} finally {
		await receiver.close();
	}
});

it('with more than a hundred webhooks in the account it still finds its own', async () => {
	await setUp({});
	await node.all('webhook.create', { name: '={{ $json.name }}', endpoint: 'https://other.example.com', subscriptions: 'conditional_ticket_events' }, Array.from({ length: 110 }, (_, index) => ({ name: `Many ${index}` })));
	expect(await setUp({})).toMatchObject({ changes: 0, differs: [] });
});
