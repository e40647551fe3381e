import type { INodeParameters } from 'n8n-workflow';
import type { Found } from '../../../../nodes/Zendesk/integration/found';
import { MADE_BY_US } from '../../../../nodes/Zendesk/integration/wanted';
import { closedNetwork, RESET } from '../../../support/network';
import { api, CONTINUE, credentials, runWith } from '../zendesk';
import { BRAZE_URL, directWanted, empty, GUARD, handMade, N8N_URL, n8nWanted, NAMES, standing, triggerOf, userField, webhook } from './account';

jest.mock('n8n-workflow', () => jest.requireActual<typeof import('../../../support/quickSleep')>('../../../support/quickSleep').quick);
closedNetwork();

const SECRET = 'a-long-random-text-of-the-credential';
const BRAZE = 'braze-rest-api-1234';
const CREDENTIALS = {
	zendeskSupportOAuth2Api: { ...credentials().zendeskSupportOAuth2Api, webhookSecret: SECRET },
	brazeMessagingApi: { instance: 'https://rest.iad-01.braze.com', apiKey: BRAZE },
};
const TOKEN = { type: 'bearer_token', data: { token: SECRET }, add_position: 'header' };
const N8N = { resource: 'integration', operation: 'setUp', way: 'n8n', endpoint: N8N_URL, dryRun: false };
const DIRECT = { resource: 'integration', operation: 'setUp', way: 'direct', replyCampaignId: 'c-reply', solvedCampaignId: 'c-solved', closingText: 'Closed', dryRun: false };

async function run(parameters: INodeParameters, given = CREDENTIALS) {
	const { main, error } = await runWith(parameters, { credentials: given, settings: CONTINUE });
	if (error) throw error;
	const text = JSON.stringify(main);
	expect(text).not.toContain(SECRET);
	expect(text).not.toContain(BRAZE);
	return main.flat()[0].json;
}

const list = (path: string, key: string, rows: object[]) => api().get(path).query({ 'page[size]': 100 }).reply(200, { [key]: rows, meta: { has_more: false } });

/** What an account answers when it is read. */
function reads({ userField: field, categories, webhooks, triggers }: Found): void {
	list('/api/v2/user_fields', 'user_fields', field ? [field] : []);
	if (categories === undefined) api().get('/api/v2/trigger_categories').query(true).reply(403, { errors: [{ code: 'TriggerCategoriesNotEnabled', title: 'no' }] });
	else list('/api/v2/trigger_categories', 'trigger_categories', categories);
	list('/api/v2/webhooks', 'webhooks', webhooks);
	list('/api/v2/triggers', 'triggers', triggers);
}

const definitions = (subjects: string[]) =>
	api().get('/api/v2/triggers/definitions').reply(200, { definitions: { conditions_all: subjects.map((subject) => ({ subject, operators: [{ value: 'present' }, { value: 'not_present' }] })) } });

const posted = (path: string, body: object, answer: object) => api().post(path, body as never).reply(201, answer);

const newTrigger = (wanted = n8nWanted(), part: 'reply' | 'solved' = 'reply', more: object = {}) => {
	const { title, conditions, actions } = triggerOf(wanted, part);
	// Zendesk's description of the API knows no null here.
	const all = conditions.all.map(({ value, ...condition }) => (value === null ? condition : { ...condition, value }));
	return { trigger: { title, description: MADE_BY_US, active: true, category_id: '9', conditions: { ...conditions, all }, actions, ...more } };
};

function makesAll(wanted = n8nWanted(), endpoint = N8N_URL, authentication: object = TOKEN): void {
	posted('/api/v2/trigger_categories', { trigger_category: { name: NAMES.category } }, { trigger_category: { id: '9', name: NAMES.category } });
	posted('/api/v2/webhooks', { webhook: { name: NAMES.webhook, endpoint, description: MADE_BY_US, http_method: 'POST', request_format: 'json', status: 'active', subscriptions: ['conditional_ticket_events'], authentication } }, { webhook: { id: 'w1' } });
	posted('/api/v2/triggers', newTrigger(wanted), { trigger: triggerOf(wanted, 'reply') });
	posted('/api/v2/triggers', newTrigger(wanted, 'solved'), { trigger: triggerOf(wanted, 'solved') });
}

const makesField = () => posted('/api/v2/user_fields', { user_field: { type: 'text', title: 'Braze external ID', key: 'braze_external_id', description: MADE_BY_US } }, { user_field: userField });

describe('n8n as the target', () => {
	it('in an empty account everything is made, in the order that it depends on', async () => {
		reads(empty);
		makesField();
		makesAll();
		const report = await run(N8N);
		expect(report).toMatchObject({ way: 'n8n', dryRun: false, changes: 5, differs: [], warnings: [] });
		expect(report.steps).toMatchObject([{ kind: 'userField', id: '31', action: 'created' }, { kind: 'category', id: '9' }, { kind: 'webhook', id: 'w1', endpoint: N8N_URL }, { kind: 'trigger', id: 't-reply', active: true }, { kind: 'trigger', id: 't-solved' }]);
	});

	it('a second run changes nothing', async () => {
		reads(standing(n8nWanted()));
		const report = await run(N8N);
		expect(report).toMatchObject({ changes: 0, differs: [] });
		expect(report.steps).toMatchObject(Array.from({ length: 5 }, () => ({ action: 'kept', differences: [] })));
	});

	it('a dry run only says what would be', async () => {
		reads(empty);
		expect(await run({ ...N8N, dryRun: true })).toMatchObject({ dryRun: true, changes: 5, steps: [{ action: 'create' }, { action: 'create' }, { action: 'create' }, { action: 'create' }, { action: 'create' }] });
	});

	it('two addresses get two webhooks, each trigger its own', async () => {
		const wanted = n8nWanted('https://n8n.test/webhook/solved/webhook');
		reads({ ...empty, userField, categories: undefined });
		api().post('/api/v2/webhooks', ({ webhook: sent }: { webhook: { endpoint: string } }) => sent.endpoint === N8N_URL).reply(201, { webhook: { id: 'w1' } });
		api().post('/api/v2/webhooks', ({ webhook: sent }: { webhook: { endpoint: string } }) => sent.endpoint.includes('/solved/')).reply(201, { webhook: { id: 'w2' } });
		posted('/api/v2/triggers', { trigger: { ...newTrigger(wanted).trigger, category_id: undefined } }, { trigger: triggerOf(wanted, 'reply') });
		api().post('/api/v2/triggers', ({ trigger: sent }: { trigger: { actions: Array<{ value: string[] }> } }) => sent.actions[0].value[0] === 'w2').reply(201, { trigger: triggerOf(wanted, 'solved') });
		expect(await run({ ...N8N, solvedEndpoint: 'https://n8n.test/webhook/solved/webhook' })).toMatchObject({ changes: 4 });
	});

	it('what differs is reported and left alone', async () => {
		const found = standing(n8nWanted());
		reads({ ...found, triggers: [triggerOf(n8nWanted(), 'reply', { active: false }), found.triggers[1]] });
		const report = await run(N8N);
		expect(report).toMatchObject({ changes: 0, differs: [NAMES.reply] });
		expect(report.steps).toMatchObject([{}, {}, {}, { action: 'left', differences: [{ field: 'active', wanted: true, found: false }] }, {}]);
	});

	it('and with leave repaired, with everything resent: an action that somebody added stays', async () => {
		const found = standing(n8nWanted());
		const tag = { field: 'current_tags', value: 'sms' };
		const drifted = triggerOf(n8nWanted(), 'reply', { active: false, actions: [tag, { field: 'notification_webhook', value: ['w1', '{}'] }] });
		reads({ ...found, webhooks: [webhook({ status: 'inactive' })], triggers: [drifted, found.triggers[1]] });
		api().patch('/api/v2/webhooks/w1', { webhook: { http_method: 'POST', request_format: 'json', status: 'active', authentication: TOKEN } }).reply(200, {});
		const { trigger } = newTrigger();
		api().put('/api/v2/triggers/t-reply', { trigger: { ...trigger, actions: [tag, ...trigger.actions] } } as never).reply(200, { trigger: drifted });
		expect(await run({ ...N8N, repair: true })).toMatchObject({ changes: 2, differs: [] });
	});

	it('a hand-made trigger that is repaired gets no mark of ours, so that tear-down leaves it', async () => {
		const { trigger } = newTrigger();
		const mine = triggerOf(n8nWanted(), 'reply', { id: 'hand', title: 'Mine', description: null, conditions: { all: [], any: [] } });
		const waits = { ...mine, conditions: { all: [{ field: 'comment_is_public', operator: 'is', value: 'true' }], any: [] } };
		reads({ ...standing(n8nWanted()), triggers: [waits, triggerOf(n8nWanted(), 'solved')] });
		const unmarked = Object.fromEntries(Object.entries(trigger).filter(([name]) => name !== 'description'));
		api().put('/api/v2/triggers/hand', { trigger: { ...unmarked, title: 'Mine' } } as never).reply(200, { trigger: waits });
		expect(await run({ ...N8N, repair: true })).toMatchObject({ changes: 1, differs: [] });
	});

	it('beside a live hand-made set-up the new triggers are made switched off, and the way over is told', async () => {
		reads({ ...empty, userField, categories: [{ id: '9', name: NAMES.category }], ...handMade() });
		posted('/api/v2/webhooks', { webhook: { name: NAMES.webhook, endpoint: N8N_URL, description: MADE_BY_US, http_method: 'POST', request_format: 'json', status: 'active', subscriptions: ['conditional_ticket_events'], authentication: TOKEN } }, { webhook: { id: 'w1' } });
		for (const part of ['reply', 'solved'] as const) posted('/api/v2/triggers', newTrigger(n8nWanted(), part, { active: false }), { trigger: triggerOf(n8nWanted(), part) });
		expect(await run(N8N)).toMatchObject({ changes: 3, warnings: [expect.stringContaining('twice')], cutOver: expect.any(Array), wayBack: expect.any(Array) });
	});

	it('a changed secret is sent again where that is asked for', async () => {
		reads(standing(n8nWanted()));
		api().patch('/api/v2/webhooks/w1', { webhook: { authentication: TOKEN } }).reply(200, {});
		expect(await run({ ...N8N, more: { resendSecret: true } })).toMatchObject({ changes: 1 });
	});

	it.each([['', /holds none/], ['short', /16 characters/]])('without a good secret in the credential ("%s") nothing is asked nor made', async (webhookSecret, why) => {
		const given = { ...CREDENTIALS, zendeskSupportOAuth2Api: { ...CREDENTIALS.zendeskSupportOAuth2Api, webhookSecret } };
		expect((await run(N8N, given)).error).toMatchObject({ class: 'invalidInput', message: expect.stringMatching(why) });
	});

	it.each([[{ endpoint: '' }, /^Webhook URL: is missing/], [{ endpoint: 'n8n.test' }, /^Webhook URL: must be/], [{ solvedEndpoint: 'x' }, /^Webhook URL for Solved Tickets: /]])('a bad address is refused: %o', async (given, why) => {
		expect((await run({ ...N8N, ...given })).error).toMatchObject({ class: 'invalidInput', message: expect.stringMatching(why) });
	});

	it('a lost answer is not sent again: the next run finds what was made', async () => {
		reads({ ...empty, userField, categories: undefined });
		api().post('/api/v2/webhooks').replyWithError(RESET);
		expect((await run(N8N)).error).toMatchObject({ class: 'unknownOutcome' });
	});

	it('a missing scope is named', async () => {
		list('/api/v2/user_fields', 'user_fields', [userField]);
		api().get('/api/v2/trigger_categories').query(true).reply(403, { error: { title: 'Forbidden', message: 'no' } });
		expect((await run(N8N)).error).toMatchObject({ class: 'forbidden', fix: expect.stringContaining('"triggers:read"') });
	});
});

describe('Braze directly', () => {
	const BRAZE_TOKEN = { type: 'bearer_token', data: { token: BRAZE }, add_position: 'header' };

	it('calls Braze with the key of its credential; only for requesters who have a Braze id, where triggers know that', async () => {
		reads(empty);
		makesField();
		definitions([GUARD.field]);
		makesAll(directWanted(), BRAZE_URL, BRAZE_TOKEN);
		const report = await run(DIRECT);
		expect(report).toMatchObject({ way: 'direct', changes: 5, brazeMessage: expect.stringContaining('api_trigger_properties.${msg_body}') });
	});

	it('a second run changes nothing', async () => {
		reads(standing(directWanted()));
		definitions([GUARD.field]);
		expect(await run(DIRECT)).toMatchObject({ changes: 0, differs: [] });
	});

	it('without such a condition the guide\'s two alone count', async () => {
		reads(standing(directWanted(false)));
		definitions(['status']);
		expect(await run(DIRECT)).toMatchObject({ changes: 0, differs: [] });
	});

	it('over the guide\'s hand-made variant it tells field by field what differs, and touches nothing', async () => {
		reads({ ...empty, userField, categories: [{ id: '9', name: NAMES.category }], ...handMade() });
		definitions([GUARD.field]);
		const report = await run(DIRECT);
		expect(report).toMatchObject({ changes: 0, differs: [NAMES.reply, NAMES.solved] });
		expect(report.steps).toMatchObject([{}, {}, { id: 'w-braze', action: 'kept' }, { id: '501', action: 'left', differences: [{ field: 'category_id' }, { field: 'body' }, { field: 'conditions.all' }] }, { id: '502', action: 'left' }]);
	});

	it('without a Braze credential says which', async () => {
		const { zendeskSupportOAuth2Api } = CREDENTIALS;
		const given = { zendeskSupportOAuth2Api, brazeMessagingApi: { instance: 'custom', baseUrl: '', apiKey: '' } };
		expect((await run(DIRECT, given)).error).toMatchObject({ class: 'unauthorized', fix: expect.stringContaining('Braze Messaging API') });
	});

	it.each([[{ replyCampaignId: '' }, /^Reply Campaign ID: is missing/], [{ solvedCampaignId: 'a"b' }, /^Solved Campaign ID: may hold/]])('refuses %o', async (given, why) => {
		expect((await run({ ...DIRECT, ...given })).error).toMatchObject({ class: 'invalidInput', message: expect.stringMatching(why) });
	});
});

describe('tear-down', () => {
	const DOWN = { resource: 'integration', operation: 'tearDown', way: 'n8n', endpoint: N8N_URL };

	it('as a dry run says what would go', async () => {
		reads(standing(n8nWanted()));
		const report = await run(DOWN);
		expect(report).toMatchObject({ dryRun: true, removed: [{ kind: 'trigger' }, { kind: 'trigger' }, { kind: 'webhook' }, { kind: 'category' }], left: [{ kind: 'userField' }] });
	});

	it('removes it, and what is gone already is fine', async () => {
		reads(standing(n8nWanted()));
		api().delete('/api/v2/triggers/t-reply').reply(204).delete('/api/v2/triggers/t-solved').reply(404, { error: 'RecordNotFound' }).delete('/api/v2/webhooks/w1').reply(204).delete('/api/v2/trigger_categories/9').reply(204);
		expect(await run({ ...DOWN, dryRun: false })).toMatchObject({ dryRun: false, removed: [{}, {}, {}, {}] });
	});

	it('of nothing removes nothing', async () => {
		reads({ ...empty, categories: undefined });
		expect(await run({ ...DOWN, dryRun: false })).toEqual({ dryRun: false, removed: [], left: [] });
	});
});
