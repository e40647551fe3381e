import { eventWhere, Receiver, Zendesk, type UserJson } from './helpers';
import { notify, triggerAt, type TriggerJson } from './triggerHelpers';

interface CategoryJson {
	id: string;
	name: string;
	position: number;
}

describe('triggers and their categories', () => {
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
		ada = await zendesk.createUser({ name: 'Ada', external_id: 'cust-1', user_fields: { braze_external_id: 'cust-1' } });
	});
	afterEach(async () => await receiver.close());

	const webhook = async (more: object = {}) => (await zendesk.subscribe(receiver.url, ['conditional_ticket_events'], more)).id;
	const ticket = async (more: object = {}) => await zendesk.createTicket({ requester_id: ada.id, ...more });
	const reply = async (id: number, more: object = { text: 'On it' }) => await zendesk.control('POST', `/agent/${id}/replies`, more);
	const PUBLIC = { field: 'comment_is_public', operator: 'is', value: 'requester_can_see_comment' };
	const NOT_API = { field: 'current_via_id', operator: 'is_not', value: '5' };

	test('a public reply of an agent goes out by bearer, signed; the customer by API, a note and a solve do not', async () => {
		const hook = await webhook({ authentication: { type: 'bearer_token', data: { token: 'braze-key' }, add_position: 'header' } });
		await triggerAt(zendesk, [PUBLIC, NOT_API], notify(hook, '{"ticket": {{ticket.id}}, "by": "{{current_user.name}}", "text": "{{ticket.latest_public_comment.value}}"}'));
		const { id } = await ticket();
		await zendesk.api('PUT', `/tickets/${id}`, { ticket: { comment: { body: 'by API', public: true } } });
		await reply(id, { text: 'a note', public: false });
		await zendesk.control('POST', `/agent/${id}/status`, { status: 'solved' });
		await reply(id, { text: 'Hello "Ada"\nbye' });
		const [{ headers, text }] = await receiver.count(1);
		expect(JSON.parse(text)).toEqual({ ticket: id, by: 'Nora Lindqvist', text: 'Hello "Ada"\nbye' });
		expect(headers).toMatchObject({ authorization: 'Bearer braze-key', 'x-zendesk-webhook-id': hook, 'x-zendesk-webhook-signature': expect.any(String) });
		await eventWhere(zendesk, ({ kind }) => kind === 'delivery');
		const log = await zendesk.api<{ invocations: object[] }>('GET', `/webhooks/${hook}/invocations`);
		expect(log.body.invocations).toMatchObject([{ status: 'success', event_type: 'conditional_ticket_events' }]);
	});

	test('changed to solved fires once, not when it stays solved', async () => {
		await triggerAt(zendesk, [{ field: 'status', operator: 'value', value: 'solved' }], notify(await webhook(), '{"id":"{{ticket.id}}"}'));
		const { id } = await ticket();
		await zendesk.api('PUT', `/tickets/${id}`, { ticket: { status: 'solved' } });
		await zendesk.api('PUT', `/tickets/${id}`, { ticket: { status: 'solved', priority: 'high' } });
		await reply(id, { text: 'again', public: false });
		await eventWhere(zendesk, ({ kind }) => kind === 'delivery');
		expect(receiver.taken).toHaveLength(1);
	});

	test('an update of one array empties the other: 422 without actions, and what stood is kept', async () => {
		const made = await triggerAt(zendesk, [PUBLIC, NOT_API], notify(await webhook(), '{}'));
		const lost = await zendesk.api('PUT', `/triggers/${made.id}`, { trigger: { conditions: { all: [PUBLIC] } } });
		expect([lost.status, lost.body.details.base[0].description]).toEqual([422, 'Trigger must contain at least one action']);
		const renamed = await zendesk.api<{ trigger: TriggerJson }>('PUT', `/triggers/${made.id}`, { trigger: { title: 'renamed', active: false } });
		expect(renamed.body.trigger).toMatchObject({ title: 'renamed', active: false, conditions: { all: [PUBLIC, NOT_API], any: [] }, actions: made.actions });
		const replaced = await zendesk.api<{ trigger: TriggerJson }>('PUT', `/triggers/${made.id}`, { trigger: { conditions: { any: [NOT_API] }, actions: made.actions } });
		expect(replaced.body.trigger.conditions).toEqual({ all: [], any: [NOT_API] });
		const revisions = await zendesk.api<{ trigger_revisions: object[] }>('GET', `/triggers/${made.id}/revisions`);
		expect(revisions.body.trigger_revisions).toMatchObject([{ snapshot: { conditions: { all: [], any: [NOT_API] } } }, { snapshot: { title: 'renamed' } }, { snapshot: { active: true } }]);
	});

	test('the order is the position, one at most once an update, and one can fire another', async () => {
		const tag = (value: string) => [{ field: 'current_tags', value }];
		await triggerAt(zendesk, [{ field: 'current_tags', operator: 'includes', value: 'second' }], tag('third'), { title: 'c', position: 1 });
		await triggerAt(zendesk, [{ field: 'current_tags', operator: 'includes', value: 'first' }], tag('second'), { title: 'b', position: 2 });
		await triggerAt(zendesk, [{ field: 'update_type', operator: 'is', value: 'Create' }], tag('first'), { title: 'a', position: 3 });
		await triggerAt(zendesk, [{ field: 'update_type', value: 'Create' }], tag('never'), { title: 'off', active: false, position: 0 });
		const { id } = await ticket();
		const { ticket: now, audits } = await zendesk.truth(id);
		expect(now.tags).toEqual(['first', 'second', 'third']);
		expect(audits).toHaveLength(1);
		expect(audits[0].events.filter(({ type }) => type === 'Change')).toHaveLength(3);
		const ran = zendesk.events.flatMap(({ summary }) => /trigger "(.)" runs/.exec(summary)?.[1] ?? []);
		expect(ran).toEqual(['a', 'b', 'c']);
	});

	test.each([
		['a field that is none', { conditions: { all: [{ field: 'nope', operator: 'is', value: 'x' }], any: [] } }],
		['an operator that is none', { conditions: { all: [{ field: 'status', operator: 'includes', value: 'x' }], any: [] } }],
		['no condition', { conditions: { all: [], any: [] } }],
		['no action', { actions: [] }],
		['an action that is none', { actions: [{ field: 'nope', value: 'x' }] }],
		['a webhook that is not there', { actions: [{ field: 'notification_webhook', value: ['01NOTHERE', '{}'] }] }],
		['no title', { title: ' ' }],
	])('%s is refused with 422', async (_what, changes) => {
		const good = { title: 't', conditions: { all: [PUBLIC], any: [] }, actions: [{ field: 'current_tags', value: 'x' }] };
		expect((await zendesk.api('POST', '/triggers', { trigger: good })).status).toBe(201);
		const refused = await zendesk.api('POST', '/triggers', { trigger: { ...good, ...changes } });
		expect([refused.status, refused.body.error]).toEqual([422, 'RecordInvalid']);
	});

	test('a webhook for event subscriptions is none for triggers; a body has 16,000 characters at most', async () => {
		const { id: events } = await zendesk.subscribe(receiver.url, ['zen:event-type:ticket.created']);
		const own = await webhook();
		const status = async (hook: string, body: string) =>
			(await zendesk.api('POST', '/triggers', { trigger: { title: 't', conditions: { all: [PUBLIC], any: [] }, actions: notify(hook, body) } })).status;
		expect([await status(events, '{}'), await status(own, 'x'.repeat(16_001)), await status(own, 'x'.repeat(16_000))]).toEqual([422, 422, 201]);
	});

	test('a webhook deleted by hand: the trigger stays and tells nobody', async () => {
		const hook = await webhook();
		const made = await triggerAt(zendesk, [PUBLIC], notify(hook, '{}'));
		expect((await zendesk.control('DELETE', `/zendesk/webhooks/${hook}`)).status).toBe(204);
		const { id } = await ticket();
		await reply(id);
		expect(zendesk.events.map(({ summary }) => summary)).toContainEqual('trigger "t": its webhook is gone');
		expect((await zendesk.api('GET', `/triggers/${made.id}`)).status).toBe(200);
		expect(receiver.taken).toHaveLength(0);
	});

	test('a webhook without a body gets its pairs in the query, a form one gets a form', async () => {
		const pairs = [['ticket', '{{ticket.id}}'], ['who', 'Ä & b']];
		for (const more of [{ http_method: 'GET' }, { request_format: 'form_encoded' }]) {
			await triggerAt(zendesk, [{ field: 'update_type', value: 'Create' }], [{ field: 'notification_webhook', value: [await webhook(more), pairs] }]);
		}
		const { id } = await ticket();
		await receiver.count(2);
		expect(receiver.taken.map(({ text }) => text).sort()).toEqual(['', `ticket=${id}&who=%C3%84+%26+b`]);
		await eventWhere(zendesk, ({ request }) => request?.path.endsWith(`/hook?ticket=${id}&who=%C3%84+%26+b`) === true);
	});

	test('categories: made, listed with their counts, renamed; one with active triggers stays', async () => {
		const made = await zendesk.api<{ trigger_category: CategoryJson }>('POST', '/trigger_categories', { trigger_category: { name: 'Messages', position: 7 } });
		expect([made.status, made.body.trigger_category]).toEqual([200, expect.objectContaining({ id: expect.stringMatching(/^\d+$/), name: 'Messages', position: 7 })]);
		const { id } = made.body.trigger_category;
		const trigger = await triggerAt(zendesk, [PUBLIC], [{ field: 'current_tags', value: 'x' }], { category_id: id });
		expect(trigger.category_id).toBe(id);
		const list = await zendesk.api<{ trigger_categories: object[] }>('GET', '/trigger_categories?include=rule_counts&sort=position&page[size]=10');
		expect(list.body.trigger_categories).toMatchObject([{ name: 'Initial category' }, { id, rule_counts: { active_count: 1, inactive_count: 0 } }]);
		await zendesk.api('PATCH', `/trigger_categories/${id}`, { trigger_category: { name: 'SMS' } });
		const blocked = await zendesk.api<{ errors: object[] }>('DELETE', `/trigger_categories/${id}`);
		expect([blocked.status, blocked.body.errors]).toEqual([400, [expect.objectContaining({ code: 'TriggerCategoryNotEmpty' })]]);
		await zendesk.api('DELETE', `/triggers/${trigger.id}`);
		expect((await zendesk.api('DELETE', `/trigger_categories/${id}`)).status).toBe(204);
		expect((await zendesk.api('GET', `/trigger_categories/${id}`)).status).toBe(404);
		expect((await zendesk.api('POST', '/trigger_categories', { trigger_category: { name: '' } })).status).toBe(400);
	});

	test('a category that is not there is 400; an account may want one', async () => {
		const post = async (more: object) =>
			(await zendesk.api('POST', '/triggers', { trigger: { title: 't', conditions: { all: [PUBLIC], any: [] }, actions: [{ field: 'current_tags', value: 'x' }], ...more } })).status;
		expect(await post({ category_id: '1' })).toBe(400);
		await zendesk.control('POST', '/zendesk/settings', { triggerCategoryRequired: true });
		expect(await post({})).toBe(422);
		const { trigger_categories: [category] } = (await zendesk.api<{ trigger_categories: CategoryJson[] }>('GET', '/trigger_categories')).body;
		expect(await post({ category_id: category.id })).toBe(201);
	});

	test('definitions name the account\'s own fields', async () => {
		const { definitions } = (await zendesk.api<{ definitions: { conditions_all: Array<{ subject: string; operators: object[] }>; actions: Array<{ subject: string }> } }>('GET', '/triggers/definitions')).body;
		const subjects = definitions.conditions_all.map(({ subject }) => subject);
		expect(subjects).toEqual(expect.arrayContaining(['status', 'comment_is_public', 'current_via_id', 'requester.custom_fields.braze_external_id']));
		expect(definitions.actions.map(({ subject }) => subject)).toContain('notification_webhook');
	});

	test('no trigger runs when the automation closes a ticket', async () => {
		await triggerAt(zendesk, [{ field: 'status', operator: 'changed', value: '' }], notify(await webhook(), '{"s":"{{ticket.status}}"}'));
		const { id } = await ticket();
		await receiver.count(1);
		await zendesk.control('POST', `/agent/${id}/status`, { status: 'closed' });
		await eventWhere(zendesk, ({ summary }) => summary.includes('no trigger runs'));
		expect(receiver.taken).toHaveLength(1);
	});
});
