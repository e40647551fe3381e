import { Zendesk, type TicketJson, type UserJson } from './helpers';
import { triggerAt } from './triggerHelpers';

/** Each case: a condition, what is done to an open ticket, whether the trigger ran. */
describe('conditions of triggers', () => {
	let zendesk: Zendesk;
	let ada: UserJson;
	let ticket: TicketJson;
	let orderNumber: number;

	beforeAll(async () => {
		zendesk = await Zendesk.start();
	});
	afterAll(async () => await zendesk.sandbox.close());
	beforeEach(async () => {
		await zendesk.reset();
		ada = await zendesk.createUser({ name: 'Ada', user_fields: { braze_external_id: 'cust-1' } });
		const { ticket_fields: fields } = (await zendesk.api<{ ticket_fields: Array<{ id: number; title: string }> }>('GET', '/ticket_fields')).body;
		orderNumber = fields.find(({ title }) => title === 'Order number')?.id ?? 0;
		ticket = await zendesk.createTicket({ subject: 'Blue bike', requester_id: ada.id, priority: 'normal', tags: ['sms', 'vip'], status: 'open', custom_fields: [{ id: orderNumber, value: 'A-1' }] });
	});

	const runs = () => zendesk.events.filter(({ summary }) => summary.startsWith('trigger "t" runs')).length;
	const put = async (fields: object) => await zendesk.api('PUT', `/tickets/${ticket.id}`, { ticket: fields });
	const desk = async (more: object) => await zendesk.control('POST', `/agent/${ticket.id}/replies`, more);
	const HIGH = { priority: 'high' };

	const ran = async (condition: object, act: () => Promise<unknown>) => {
		await triggerAt(zendesk, [condition], [{ field: 'set_tags', value: 'ran' }]);
		await act();
		return runs() === 1;
	};

	test.each([
		[{ field: 'update_type', operator: 'is', value: 'Change' }, HIGH, true],
		[{ field: 'update_type', value: 'Create' }, HIGH, false],
		[{ field: 'priority', operator: 'changed' }, HIGH, true],
		[{ field: 'priority', operator: 'not_changed' }, HIGH, false],
		[{ field: 'priority', operator: 'value', value: 'high' }, HIGH, true],
		[{ field: 'priority', operator: 'value_previous', value: 'normal' }, HIGH, true],
		[{ field: 'priority', operator: 'value_previous', value: 'low' }, HIGH, false],
		[{ field: 'priority', operator: 'not_value_previous', value: 'low' }, HIGH, true],
		[{ field: 'priority', operator: 'greater_than', value: 'normal' }, HIGH, true],
		[{ field: 'status', operator: 'less_than', value: 'solved' }, HIGH, true],
		[{ field: 'status', operator: 'is', value: 'open' }, HIGH, true],
		[{ field: 'status', operator: 'is_not', value: 'open' }, HIGH, false],
		[{ field: 'status', operator: 'value', value: 'solved' }, { status: 'solved' }, true],
		[{ field: 'current_tags', operator: 'includes', value: 'other vip' }, HIGH, true],
		[{ field: 'current_tags', operator: 'not_includes', value: 'sms' }, HIGH, false],
		[{ field: 'subject_includes_word', operator: 'includes', value: 'BIKE' }, HIGH, true],
		[{ field: 'subject_includes_word', operator: 'is', value: 'blue bi' }, HIGH, true],
		[{ field: 'current_via_id', operator: 'is_not', value: 5 }, HIGH, false],
		[{ field: 'current_via_id', operator: 'is', value: '5' }, HIGH, true],
		[{ field: 'via_id', operator: 'is', value: '5' }, HIGH, true],
		[{ field: 'role', operator: 'is', value: 'agent' }, HIGH, true],
		[{ field: 'role', operator: 'is', value: 'end_user' }, HIGH, false],
		[{ field: 'requester.custom_fields.braze_external_id', operator: 'present' }, HIGH, true],
		[{ field: 'requester.custom_fields.braze_external_id', operator: 'is', value: 'cust-2' }, HIGH, false],
		[{ field: 'user.custom_fields_braze_external_id', operator: 'includes_string', value: 'cust' }, HIGH, true],
		[{ field: 'comment_is_public', operator: 'is', value: 'not_relevant' }, HIGH, false],
		[{ field: 'comment_is_public', operator: 'is', value: 'requester_can_see_comment' }, { comment: { body: 'x', public: true } }, true],
		[{ field: 'comment_is_public', value: 'requester_can_see_comment' }, { comment: { body: 'x', public: false } }, false],
		[{ field: 'comment_is_public', operator: 'is', value: 'false' }, { comment: { body: 'x', public: false } }, true],
		[{ field: 'comment_is_public', operator: 'is', value: 'not_relevant' }, { comment: { body: 'x', public: false } }, true],
		[{ field: 'comment_includes_word', operator: 'includes', value: 'money refund' }, { comment: { body: 'I want a refund.', public: true } }, true],
		[{ field: 'comment_includes_word', operator: 'is', value: 'refund' }, { comment: { body: 'I want a refund.', public: true } }, true],
	])('%j after %j: %s', async (condition, fields, expected) => {
		expect(await ran(condition, async () => await put(fields))).toBe(expected);
	});

	test('custom ticket fields: is, present, changed', async () => {
		const field = `custom_fields_${orderNumber}`;
		const change = async () => await put({ custom_fields: [{ id: orderNumber, value: 'B-2' }] });
		expect(await ran({ field, operator: 'is', value: 'B-2' }, change)).toBe(true);
		await triggerAt(zendesk, [{ field, operator: 'not_present' }], [{ field: 'set_tags', value: 'empty' }], { title: 'u' });
		await triggerAt(zendesk, [{ field, operator: 'changed' }], [{ field: 'set_tags', value: 'changed' }], { title: 'v' });
		await put({ custom_fields: [{ id: orderNumber, value: '' }] });
		const others = zendesk.events.flatMap(({ summary }) => /trigger "([uv])" runs/.exec(summary)?.[1] ?? []);
		expect(others.sort()).toEqual(['u', 'v']);
	});

	test('the desk is not the API', async () => {
		expect(await ran({ field: 'current_via_id', operator: 'is_not', value: '5' }, async () => await desk({ text: 'x' }))).toBe(true);
	});

	test('any: one is enough, and all must hold beside it', async () => {
		const any = [{ field: 'priority', operator: 'is', value: 'low' }, { field: 'priority', operator: 'is', value: 'high' }];
		await triggerAt(zendesk, [{ field: 'status', operator: 'is', value: 'open' }], [{ field: 'set_tags', value: 'x' }], {
			conditions: { all: [{ field: 'status', operator: 'is', value: 'open' }], any },
		});
		await put({ priority: 'urgent' });
		expect(runs()).toBe(0);
		await put({ status: 'pending', priority: 'low' });
		expect(runs()).toBe(0);
		await put({ status: 'open', priority: 'high' });
		expect(runs()).toBe(1);
	});
});
