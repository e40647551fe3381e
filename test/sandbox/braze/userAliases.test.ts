import { startBraze, type BrazeSandbox } from './harness';

let braze: BrazeSandbox;
beforeAll(async () => {
	braze = await startBraze();
});
beforeEach(() => braze.world.reset());
afterAll(async () => await braze.close());

const named = async (alias_name: string, alias_label = 'app') =>
	(await braze.call('POST', '/users/export/ids', { user_aliases: [{ alias_name, alias_label }], fields_to_export: ['external_id', 'user_aliases'] })).body;

it('adds an alias to a user that exists', async () => {
	const answer = await braze.call('POST', '/users/alias/new', { user_aliases: [{ external_id: 'cust-42', alias_name: 'a-1', alias_label: 'app' }] });
	expect(answer).toMatchObject({ status: 201, body: { aliases_processed: 1, message: 'success' } });
	expect((await named('a-1')).users).toEqual([{ external_id: 'cust-42', user_aliases: [{ alias_name: 'a-1', alias_label: 'app' }] }]);
});

it('makes an alias-only profile without external_id', async () => {
	await braze.call('POST', '/users/alias/new', { user_aliases: [{ alias_name: 'a-1', alias_label: 'app' }] });
	expect((await named('a-1')).users).toEqual([{ user_aliases: [{ alias_name: 'a-1', alias_label: 'app' }] }]);
});

it('passes over an unknown user, a taken alias and a second alias of one label; all are counted', async () => {
	const answer = await braze.call('POST', '/users/alias/new', {
		user_aliases: [
			{ external_id: 'nobody', alias_name: 'a-1', alias_label: 'app' },
			{ external_id: 'cust-42', alias_name: 'a-2', alias_label: 'app' },
			{ external_id: 'cust-43', alias_name: 'a-2', alias_label: 'app' },
			{ external_id: 'cust-42', alias_name: 'a-3', alias_label: 'app' },
		],
	});
	expect(answer.body.aliases_processed).toBe(4);
	expect((await named('a-1')).invalid_user_ids).toEqual(['a-1']);
	expect((await named('a-2')).users).toMatchObject([{ external_id: 'cust-42' }]);
	expect((await named('a-3')).invalid_user_ids).toEqual(['a-3']);
});

it('renames an alias, unless the new name is taken or the old one unknown', async () => {
	await braze.call('POST', '/users/alias/new', {
		user_aliases: [
			{ external_id: 'cust-42', alias_name: 'a-1', alias_label: 'app' },
			{ external_id: 'cust-43', alias_name: 'b-1', alias_label: 'app' },
		],
	});
	await braze.call('POST', '/users/alias/update', {
		alias_updates: [
			{ alias_label: 'app', old_alias_name: 'a-1', new_alias_name: 'a-2' },
			{ alias_label: 'app', old_alias_name: 'b-1', new_alias_name: 'a-2' },
			{ alias_label: 'app', old_alias_name: 'nobody', new_alias_name: 'c-2' },
		],
	});
	expect((await named('a-2')).users).toMatchObject([{ external_id: 'cust-42' }]);
	expect((await named('b-1')).users).toMatchObject([{ external_id: 'cust-43' }]);
	expect((await named('c-2')).invalid_user_ids).toEqual(['c-2']);
});

it.each(['/users/alias/new', '/users/alias/update'])('%s takes at most 50 and at least one', async (path) => {
	const many = Array.from({ length: 51 }, (_, at) => ({ alias_name: `a${at}`, alias_label: 'app', old_alias_name: `a${at}`, new_alias_name: `b${at}` }));
	expect((await braze.call('POST', path, { user_aliases: many, alias_updates: many })).status).toBe(400);
	expect((await braze.call('POST', path, { user_aliases: [], alias_updates: [] })).status).toBe(400);
	expect((await named('a0')).invalid_user_ids).toEqual(['a0']);
});

it('shares one limit with delete, identify and merge', async () => {
	await braze.control('POST', '/braze/limits', { pool: 'users identity', limit: 1, windowMs: 3_600_000 });
	expect((await braze.call('POST', '/users/alias/new', { user_aliases: [{ alias_name: 'a', alias_label: 'app' }] })).status).toBe(201);
	for (const [path, body] of [
		['/users/delete', { external_ids: ['cust-42'] }],
		['/users/identify', { aliases_to_identify: [{ external_id: 'x', user_alias: { alias_name: 'a', alias_label: 'app' } }] }],
		['/users/merge', { merge_updates: [] }],
		['/users/alias/update', { alias_updates: [{ alias_label: 'app', old_alias_name: 'a', new_alias_name: 'b' }] }],
	] as const) {
		expect((await braze.call('POST', path, body)).status).toBe(429);
	}
});
