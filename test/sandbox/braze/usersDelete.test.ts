import { startBraze, type BrazeSandbox } from './harness';

let braze: BrazeSandbox;
beforeAll(async () => {
	braze = await startBraze();
});
beforeEach(() => braze.world.reset());
afterAll(async () => await braze.close());

const remove = async (body: object) => await braze.call('POST', '/users/delete', body);
const exists = async (id: string) => (await braze.control('GET', `/braze/profiles/${id}`)).status === 200;

it.each([
	['external_ids', { external_ids: ['cust-42'] }, 'cust-42'],
	['braze_ids', { braze_ids: ['65f0c0de0000000000000044'] }, '65f0c0de0000000000000044'],
	['email_addresses', { email_addresses: [{ email: 'ada@example.com', prioritization: ['identified'] }] }, 'cust-42'],
	['phone_numbers', { phone_numbers: [{ phone: '+12025550145', prioritization: ['identified', 'most_recently_updated'] }] }, 'cust-46'],
])('deletes by %s', async (_, body, id) => {
	expect(await remove(body)).toMatchObject({ status: 201, body: { deleted: 1, message: 'success' } });
	expect(await exists(id)).toBe(false);
});

it('deletes by alias', async () => {
	const alias = { alias_name: 'a', alias_label: 'app' };
	await braze.client().users.alias.new({ user_aliases: [{ external_id: 'cust-42', ...alias }] });
	await remove({ user_aliases: [alias] });
	expect(await exists('cust-42')).toBe(false);
});

it('deletes nobody where two profiles are meant, and counts them as queued all the same', async () => {
	expect((await remove({ phone_numbers: [{ phone: '+12025550145', prioritization: ['identified'] }] })).body.deleted).toBe(1);
	expect(await exists('cust-45')).toBe(true);
	expect((await remove({ external_ids: ['nobody', 'cust-47'] })).body.deleted).toBe(2);
});

it('a deprecated external id deletes the whole profile', async () => {
	await braze.client().users.external_ids.rename({ external_id_renames: [{ current_external_id: 'cust-42', new_external_id: 'ada' }] });
	await remove({ external_ids: ['cust-42'] });
	expect(await exists('ada')).toBe(false);
});

it.each([
	['two kinds of ids', { external_ids: ['cust-42'], braze_ids: ['65f0c0de0000000000000043'] }],
	['no ids', {}],
	['51 ids', { external_ids: ['cust-42', ...Array.from({ length: 50 }, (_, at) => `x${at}`)] }],
	['a bare e-mail address', { email_addresses: ['ada@example.com'] }],
])('refuses %s and deletes nobody', async (_, body) => {
	expect((await remove(body)).status).toBe(400);
	expect(await exists('cust-42')).toBe(true);
});
