import { startBraze, type BrazeSandbox } from './harness';

let braze: BrazeSandbox;
beforeAll(async () => {
	braze = await startBraze();
});
beforeEach(() => braze.world.reset());
afterAll(async () => await braze.close());

const rename = async (...pairs: Array<[string, string]>) =>
	await braze.call('POST', '/users/external_ids/rename', {
		external_id_renames: pairs.map(([current_external_id, new_external_id]) => ({ current_external_id, new_external_id })),
	});
const remove = async (...external_ids: string[]) => await braze.call('POST', '/users/external_ids/remove', { external_ids });

it('both ids find the user until the deprecated one is removed', async () => {
	expect(await rename(['cust-42', 'ada'])).toMatchObject({ status: 201, body: { message: 'success', external_ids: ['ada'], rename_errors: [] } });
	await braze.client().users.track({ attributes: [{ external_id: 'cust-42', color: 'red' }] });
	expect((await braze.truth('ada')).custom_attributes.color).toBe('red');
	expect((await remove('cust-42')).body).toEqual({ message: 'success', removed_ids: ['cust-42'], removal_errors: [] });
	expect((await braze.control('GET', '/braze/profiles/cust-42')).status).toBe(404);
	expect((await braze.truth('ada')).custom_attributes.color).toBe('red');
});

it('names the index of each bad rename; the others are done', async () => {
	await rename(['cust-43', 'new-43']);
	const { status, body } = await rename(['nobody', 'x'], ['cust-43', 'y'], ['cust-42', 'ada'], ['cust-45', 'cust-46'], ['cust-47', 'cust-47']);
	expect(status).toBe(201);
	expect(body.external_ids).toEqual(['ada']);
	expect(body.rename_errors).toEqual([
		[0, expect.stringContaining('does not exist')],
		[1, expect.stringContaining('deprecated')],
		[3, expect.stringContaining('already in use')],
		[4, expect.stringContaining('the same')],
	]);
});

it('removes deprecated ids only', async () => {
	const { body } = await remove('cust-42', 'nobody');
	expect(body).toEqual({ message: 'success', removed_ids: [], removal_errors: [[0, expect.stringContaining('primary')], [1, expect.stringContaining('does not exist')]] });
	expect((await braze.control('GET', '/braze/profiles/cust-42')).status).toBe(200);
});

it('refuses none and 51', async () => {
	const many = Array.from({ length: 51 }, (_, at) => `x${at}`);
	expect((await rename()).status).toBe(400);
	expect((await rename(...many.map((id): [string, string] => [id, `${id}n`]))).status).toBe(400);
	expect((await remove()).status).toBe(400);
	expect((await remove(...many)).status).toBe(400);
});
