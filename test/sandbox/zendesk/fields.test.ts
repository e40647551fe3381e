import { Zendesk, type ErrorJson, type UserJson } from './helpers';

interface FieldJson {
	id: number;
	key?: string;
	type: string;
	title: string;
	position: number;
	custom_field_options?: Array<{ id: number; name: string; value: string }>;
}

describe('fields of users and tickets', () => {
	let zendesk: Zendesk;

	beforeAll(async () => {
		zendesk = await Zendesk.start();
	});
	afterAll(async () => await zendesk.sandbox.close());
	beforeEach(async () => {
		await zendesk.reset();
		await zendesk.control('POST', '/zendesk/limits', { userUpdatesPerSecond: 1000, updatesPerUserPerMinute: 1000 });
	});

	const userField = async (field: object) => (await zendesk.api<{ user_field: FieldJson }>('POST', '/user_fields', { user_field: field })).body.user_field;
	const ticketField = async (field: object) => (await zendesk.api<{ ticket_field: FieldJson }>('POST', '/ticket_fields', { ticket_field: field })).body.ticket_field;

	test('key and type never change; title and order do', async () => {
		const made = await userField({ title: 'Tier', key: 'tier' });
		const put = async (change: object) => await zendesk.api<{ user_field: FieldJson } & ErrorJson>('PUT', `/user_fields/${made.id}`, { user_field: change });
		expect([(await put({ key: 'other' })).status, (await put({ type: 'date' })).status]).toEqual([422, 422]);
		expect((await put({ title: 'Level', key: 'tier' })).body.user_field).toMatchObject({ title: 'Level', key: 'tier' });
		const [first] = (await zendesk.api<{ user_fields: FieldJson[] }>('GET', '/user_fields')).body.user_fields;
		await zendesk.client().userfields.reorder([made.id, first.id]);
		expect((await zendesk.api<{ user_fields: FieldJson[] }>('GET', '/user_fields')).body.user_fields.map(({ id }) => id)).toEqual([made.id, first.id]);
	});

	test('a deleted user field takes its values along', async () => {
		const made = await userField({ title: 'Tier', key: 'tier' });
		const ada = await zendesk.createUser({ name: 'Ada', user_fields: { tier: 'gold' } });
		expect((await zendesk.api('DELETE', `/user_fields/${made.id}`)).status).toBe(204);
		await userField({ title: 'Tier', key: 'tier' });
		expect((await zendesk.api<{ user: UserJson }>('GET', `/users/${ada.id}`)).body.user.user_fields.tier).toBeNull();
	});

	test.each([
		['integer', '12', 'twelve'],
		['decimal', '1.5', 'x'],
		['date', '2026-11-21', '2026-11-21T10:00:00Z'],
		['checkbox', true, 'maybe'],
		['dropdown', 'gold', 'platinum'],
	])('a user field of type %s takes %s and refuses %s', async (type, good, bad) => {
		await userField({ title: 'F', key: 'f', type, custom_field_options: [{ name: 'Gold', value: 'gold' }] });
		const { id } = await zendesk.createUser({ name: 'Ada' });
		const put = async (value: unknown) => (await zendesk.api('PUT', `/users/${id}`, { user: { user_fields: { f: value } } })).status;
		expect([await put(good), await put(bad), await put(null)]).toEqual([200, 422, 200]);
	});

	test('options of a drop-down: listed, added, renamed, deleted; a value once', async () => {
		const made = await ticketField({ title: 'Size', type: 'tagger', custom_field_options: [{ name: 'Small', value: 's' }] });
		expect(made.custom_field_options).toMatchObject([{ name: 'Small', value: 's' }]);
		const { ticketfields } = zendesk.client();
		await ticketfields.createOrUpdateOption(made.id, { custom_field_option: { name: 'Large', value: 'l' } });
		const [, large] = (await zendesk.api<{ custom_field_options: Array<{ id: number }> }>('GET', `/ticket_fields/${made.id}/options`)).body.custom_field_options;
		expect((await zendesk.api('POST', `/ticket_fields/${made.id}/options`, { custom_field_option: { name: 'Again', value: 'l' } })).status).toBe(422);
		const renamed = await zendesk.api('POST', `/ticket_fields/${made.id}/options`, { custom_field_option: { id: large.id, name: 'Big', value: 'l' } });
		expect(renamed.status).toBe(200);
		expect((await zendesk.api<{ custom_field_options: object[] }>('GET', `/ticket_fields/${made.id}/options`)).body.custom_field_options).toMatchObject([{ value: 's' }, { name: 'Big' }]);
		const ticket = async (value: string) => (await zendesk.api('POST', '/tickets', { ticket: { comment: { body: 'x' }, custom_fields: [{ id: made.id, value }] } })).status;
		expect([await ticket('l'), await ticket('xl')]).toEqual([201, 422]);
		await ticketfields.deleteOption(made.id, large.id);
		expect(await ticket('l')).toBe(422);
	});

	test('system fields of tickets stay', async () => {
		const { ticket_fields: fields } = (await zendesk.api<{ ticket_fields: FieldJson[] }>('GET', '/ticket_fields')).body;
		expect((await zendesk.api('DELETE', `/ticket_fields/${fields[0].id}`)).status).toBe(422);
		const own = await ticketField({ title: 'Note' });
		expect((await zendesk.api('DELETE', `/ticket_fields/${own.id}`)).status).toBe(204);
	});

	test('pick lists come as lists and one by one', async () => {
		for (const [path, one] of [['groups', 'group'], ['brands', 'brand'], ['ticket_forms', 'ticket_form'], ['ticket_fields', 'ticket_field'], ['custom_statuses', 'custom_status'], ['locales', 'locale']]) {
			const list = (await zendesk.api<Record<string, Array<{ id: number }>>>('GET', `/${path}`)).body[path];
			expect(list.length).toBeGreaterThan(1);
			expect((await zendesk.api<Record<string, { id: number }>>('GET', `/${path}/${list[1].id}`)).body[one].id).toBe(list[1].id);
			expect((await zendesk.api('GET', `/${path}/1234567`)).status).toBe(404);
		}
		const statuses = (await zendesk.api<{ custom_statuses: Array<{ id: number; status_category: string }> }>('GET', '/custom_statuses')).body.custom_statuses;
		const pending = statuses.find(({ status_category: category }) => category === 'pending');
		const ticket = await zendesk.createTicket({ custom_status_id: pending?.id });
		expect([ticket.status, (ticket as unknown as { custom_status_id: number }).custom_status_id]).toEqual(['pending', pending?.id]);
		const [group] = (await zendesk.api<{ groups: Array<{ id: number }> }>('GET', '/groups/assignable')).body.groups;
		expect((await zendesk.api<{ users: object[] }>('GET', `/groups/${group.id}/users`)).body.users).toHaveLength(3);
	});
});
