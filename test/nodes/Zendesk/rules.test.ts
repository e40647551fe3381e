import { conditionKey, keepAdded, notificationsOf, otherActions, sameConditions } from '../../../nodes/Zendesk/rules/triggerParts';
import { closedNetwork, RESET } from '../../support/network';
import { api, oneOf, runWith } from './zendesk';

jest.mock('n8n-workflow', () => jest.requireActual<typeof import('../../support/quickSleep')>('../../support/quickSleep').quick);
closedNetwork();

const PUBLIC = { field: 'comment_is_public', operator: 'is', value: 'requester_can_see_comment' };
const SOLVED = { field: 'status', operator: 'value', value: 'solved' };
const NOTIFY = { field: 'notification_webhook', value: ['w1', '{"id":"{{ticket.id}}"}'] };
const TAG = { field: 'current_tags', value: 'sms' };

describe('conditions', () => {
	it('are the same whatever their order, and whether "is" and an empty value are written out', () => {
		expect(sameConditions([PUBLIC, SOLVED], [{ ...SOLVED }, { field: 'comment_is_public', value: 'requester_can_see_comment' }])).toBe(true);
		expect(conditionKey({ field: 'status', operator: 'changed', value: null })).toBe(conditionKey({ field: 'status', operator: 'changed' }));
		expect(sameConditions([PUBLIC], [PUBLIC, SOLVED])).toBe(false);
		expect(sameConditions([{ ...SOLVED, operator: 'is' }], [SOLVED])).toBe(false);
	});

	it('that somebody added stay, ours of last time go', () => {
		const byHand = { field: 'current_tags', operator: 'includes', value: 'vip' };
		expect(keepAdded([PUBLIC, byHand], [PUBLIC], [SOLVED])).toEqual([SOLVED, byHand]);
		expect(keepAdded([PUBLIC, SOLVED], [PUBLIC, SOLVED], [SOLVED])).toEqual([SOLVED]);
	});

	it('and actions are told apart by the webhook they call', () => {
		expect(notificationsOf([TAG, NOTIFY])).toEqual([{ webhookId: 'w1', body: '{"id":"{{ticket.id}}"}' }]);
		expect(otherActions([TAG, NOTIFY, { field: 'notification_webhook', value: ['w2', 'x'] }], 'w1')).toEqual([TAG, { field: 'notification_webhook', value: ['w2', 'x'] }]);
	});
});

describe('Trigger', () => {
	const found = { id: '5', title: 'Reply', active: true, description: 'd', category_id: '9', conditions: { all: [PUBLIC], any: [SOLVED] }, actions: [TAG, NOTIFY], position: 3 };

	it('Get Many, of a category, and Get', async () => {
		api().get('/api/v2/triggers').query({ 'page[size]': 50, active: true, category_id: '9' }).reply(200, { triggers: [found], meta: { has_more: false } });
		expect(await oneOf({ resource: 'trigger', operation: 'getMany', more: { active: true, categoryId: '9' } })).toMatchObject({ title: 'Reply' });
		api().get('/api/v2/triggers/5').reply(200, { trigger: found });
		expect(await oneOf({ resource: 'trigger', operation: 'get', triggerId: '5' })).toMatchObject({ title: 'Reply' });
	});

	it('Create', async () => {
		const conditions = { all: [PUBLIC], any: [] };
		api().post('/api/v2/triggers', { trigger: { title: 'Reply', category_id: '9', active: true, conditions, actions: [NOTIFY] } }).reply(201, { trigger: found });
		expect(await oneOf({ resource: 'trigger', operation: 'create', title: 'Reply', categoryId: '9', all: [PUBLIC] as never, actions: [NOTIFY] as never })).toMatchObject({ id: '5' });
	});

	it.each([
		[{ all: '[]' }, /^Conditions \(All\): .*every ticket/],
		[{ all: JSON.stringify([PUBLIC]), actions: '[]' }, /^Actions: /],
		[{ all: '[{"operator":"is"}]' }, /^Conditions \(All\): must be a list/],
		[{ all: '{"field": "status"}' }, /^Conditions \(All\): /],
	])('Create of what would run wild, or is no list, is refused: %o', async (given, why) => {
		expect(await oneOf({ resource: 'trigger', operation: 'create', title: 'x', actions: JSON.stringify([NOTIFY]), ...given })).toMatchObject({ error: { class: 'invalidInput', message: expect.stringMatching(why) } });
	});

	it('Create is not repeated after a lost answer', async () => {
		api().post('/api/v2/triggers').replyWithError(RESET);
		expect(await oneOf({ resource: 'trigger', operation: 'create', title: 'x', all: JSON.stringify([PUBLIC]), actions: JSON.stringify([NOTIFY]) })).toMatchObject({ error: { class: 'unknownOutcome' } });
	});

	it('Update sends all that is there again: Zendesk clears what is left out', async () => {
		api().get('/api/v2/triggers/5').reply(200, { trigger: found });
		api().put('/api/v2/triggers/5', { trigger: { title: 'Reply', active: false, category_id: '9', description: 'd', conditions: { all: [PUBLIC], any: [SOLVED] }, actions: [TAG, NOTIFY] } }).reply(200, { trigger: { ...found, active: false } });
		expect(await oneOf({ resource: 'trigger', operation: 'update', triggerId: '5', more: { active: false } })).toMatchObject({ active: false });
	});

	it('Update puts a list that is given in the place of the old one', async () => {
		api().get('/api/v2/triggers/5').reply(200, { trigger: found });
		api().put('/api/v2/triggers/5', ({ trigger }: { trigger: { conditions: object; actions: object } }) => JSON.stringify(trigger.conditions) === JSON.stringify({ all: [PUBLIC], any: [] }) && JSON.stringify(trigger.actions) === JSON.stringify([TAG, NOTIFY])).reply(200, { trigger: found });
		await oneOf({ resource: 'trigger', operation: 'update', triggerId: '5', more: { any: '[]' } });
	});

	it('Delete', async () => {
		api().delete('/api/v2/triggers/5').reply(204);
		expect(await oneOf({ resource: 'trigger', operation: 'delete', triggerId: '5' })).toEqual({ id: '5', deleted: true });
	});
});

describe('Trigger Category', () => {
	it('Get Many and Create', async () => {
		api().get('/api/v2/trigger_categories').query({ 'page[size]': 50 }).reply(200, { trigger_categories: [{ id: '9', name: 'SMS' }], meta: { has_more: false } });
		expect(await oneOf({ resource: 'triggerCategory', operation: 'getMany' })).toEqual({ id: '9', name: 'SMS' });
		api().post('/api/v2/trigger_categories', { trigger_category: { name: 'SMS', position: 0 } }).reply(201, { trigger_category: { id: '9', name: 'SMS' } });
		expect(await oneOf({ resource: 'triggerCategory', operation: 'create', name: 'SMS' })).toMatchObject({ id: '9' });
	});

	it('an account without categories says so, not "scope"', async () => {
		api().post('/api/v2/trigger_categories').reply(403, { errors: [{ code: 'TriggerCategoriesNotEnabled', title: 'Ticket trigger categories are not enabled for your account' }] });
		expect(await oneOf({ resource: 'triggerCategory', operation: 'create', name: 'SMS' })).toMatchObject({ error: { class: 'forbidden', fix: expect.stringContaining('no trigger categories') } });
	});
});

describe('Attachment: Upload', () => {
	it('sends the very bytes under the file\'s name, and gives the token', async () => {
		const bytes = Buffer.from([0xff, 0xd8, 0, 1, 0xfe]);
		api().post('/api/v2/uploads', (body: unknown) => Buffer.from(String(body), 'hex').equals(bytes)).query({ filename: 'a b.jpg' }).matchHeader('content-type', 'image/jpeg').reply(201, { upload: { token: 'tok', attachment: { id: 5, file_name: 'a b.jpg' } } });
		const files = [{ data: { data: bytes.toString('base64'), mimeType: 'image/jpeg', fileName: 'a b.jpg' } }];
		const { main, error } = await runWith({ resource: 'attachment', operation: 'upload', file: 'data' }, { files });
		expect([error, main[0]?.[0].json]).toEqual([undefined, { token: 'tok', id: 5, file_name: 'a b.jpg' }]);
	});

	it('an item without that file is refused by the field\'s name', async () => {
		expect(await oneOf({ resource: 'attachment', operation: 'upload', file: 'data' })).toMatchObject({ error: { class: 'invalidInput', message: expect.stringMatching(/^Input Binary Field: /) } });
	});
});
