import type { Braze } from 'braze-api';
import { GROUP, startBraze, type BrazeSandbox } from './harness';

let braze: BrazeSandbox;
beforeAll(async () => {
	braze = await startBraze({ waitFactor: 1 });
});
beforeEach(() => braze.world.reset());
afterAll(async () => await braze.close());

const alias = { alias_name: 'c-1', alias_label: 'cookie' };
const exists = async (id: string) => (await braze.control('GET', `/braze/profiles/${id}`)).status === 200;
const status = async (client: Braze) => (await client.subscription.status.get({ subscription_group_id: GROUP, external_id: 'cust-42' })) as unknown;
const addresses = async () => (await braze.control('GET', '/braze/addresses')).body;
const all = async <Row>(rows: AsyncGenerator<Row>): Promise<Row[]> => {
	const found: Row[] = [];
	for await (const row of rows) found.push(row);
	return found;
};

/** Every call that braze-api has for users, lists, templates, subscriptions, catalogs and transactional sends. */
const CALLS: Record<string, (client: Braze) => Promise<void>> = {
	'catalogs.synchronous.list': async (client) => {
		expect((await client.catalogs.synchronous.list()).catalogs).toMatchObject([{ name: 'Local_Offers', num_items: 2 }]);
	},
	'catalogs.synchronous.items': async (client) => {
		for (const from of [0, 50, 100]) {
			await braze.call('POST', '/catalogs/Local_Offers/items', { items: Array.from({ length: 50 }, (_, at) => ({ id: `i${from + at}` })) });
		}
		braze.world.age(60_000);
		const items = await all(client.catalogs.synchronous.items({ catalog_name: 'Local_Offers' }));
		expect(new Set(items.map(({ id }) => id)).size).toBe(152);
	},
	'catalogs.synchronous.item': async (client) => {
		expect((await client.catalogs.synchronous.item({ catalog_name: 'Local_Offers', item_id: 'lyon-01' })).items).toMatchObject([{ City: 'Lyon' }]);
	},
	'email.blacklist': async (client) => {
		expect(await client.email.blacklist({ email: 'ada@example.com' })).toEqual({ message: 'success' });
		expect((await addresses()).hard_bounces).toContain('ada@example.com');
	},
	'email.bounce.remove': async (client) => {
		await client.email.bounce.remove({ email: ['gone@example.com'] });
		expect((await addresses()).hard_bounces).toEqual(['typo@example.com']);
	},
	'email.spam.remove': async (client) => {
		await client.email.spam.remove({ email: 'angry@example.com' });
		expect((await addresses()).spam).toEqual([]);
	},
	'subscription.status.get': async (client) => {
		expect(await status(client)).toEqual({ message: 'success', status: { 'cust-42': 'Subscribed' } });
	},
	'subscription.status.set': async (client) => {
		await client.subscription.status.set({ subscription_group_id: GROUP, subscription_state: 'unsubscribed', external_id: ['cust-42'], phone: ['+12025550142'] });
		expect(await status(client)).toMatchObject({ status: { 'cust-42': 'Unsubscribed' } });
	},
	'subscription.user.status': async (client) => {
		expect(await client.subscription.user.status({ external_id: 'cust-42' })).toMatchObject({ users: [{ subscription_groups: [{ id: GROUP, status: 'Subscribed' }] }] });
	},
	'v2.subscription.status.set': async (client) => {
		await client.v2.subscription.status.set({ subscription_groups: [{ subscription_group_id: GROUP, subscription_state: 'unsubscribed', external_ids: ['cust-42'] }] });
		expect(await status(client)).toMatchObject({ status: { 'cust-42': 'Unsubscribed' } });
	},
	'templates.content_blocks.get': async (client) => {
		expect(await client.templates.content_blocks.get({ content_block_id: 'content-block-opt-out' })).toMatchObject({ content: 'Reply STOP to opt out.' });
	},
	'templates.content_blocks.list': async (client) => {
		expect(await client.templates.content_blocks.list({})).toMatchObject({ count: 2 });
	},
	'templates.content_blocks.create': async (client) => {
		expect(await client.templates.content_blocks.create({ name: 'Legal', content: 'Acme Ltd.' })).toMatchObject({ liquid_tag: '{{content_blocks.${Legal}}}' });
		expect(await client.templates.content_blocks.list({})).toMatchObject({ count: 3 });
	},
	'templates.content_blocks.update': async (client) => {
		await client.templates.content_blocks.update({ content_block_id: 'content-block-opt-out', content: 'Text STOP.' });
		expect(await client.templates.content_blocks.get({ content_block_id: 'content-block-opt-out' })).toMatchObject({ content: 'Text STOP.' });
	},
	'templates.email_templates.get': async (client) => {
		expect(await client.templates.email_templates.get({ email_template_id: 'email-template-welcome' })).toMatchObject({ template_name: 'Welcome' });
	},
	'templates.email_templates.list': async (client) => {
		expect(await client.templates.email_templates.list({ limit: 1 })).toMatchObject({ count: 1, templates: [{ template_name: 'Welcome' }] });
	},
	'templates.email_templates.create': async (client) => {
		const { email_template_id: id } = await client.templates.email_templates.create({ template_name: 'New', subject: 'Hi', body: '<p>Hi</p>' });
		expect(await client.templates.email_templates.get({ email_template_id: id })).toMatchObject({ template_name: 'New', body: '<p>Hi</p>' });
	},
	'templates.email_templates.update': async (client) => {
		await client.templates.email_templates.update({ email_template_id: 'email-template-welcome', template_name: 'Welcome', subject: 'Hello', body: '<p>Hello</p>' });
		expect(await client.templates.email_templates.get({ email_template_id: 'email-template-welcome' })).toMatchObject({ subject: 'Hello' });
	},
	'transactional.v1.campaigns.send': async (client) => {
		const send = client.transactional.v1.campaigns.send;
		// The client's types ask for a list of recipients; Braze takes one object.
		await expect(send('transactional-order', { recipient: [{ external_user_id: 'cust-42' }] })).rejects.toMatchObject({ status: 400 });
		const recipient = { external_user_id: 'cust-42' } as unknown as Parameters<typeof send>[1]['recipient'];
		expect(await send('transactional-order', { external_send_id: 'order-1', recipient })).toMatchObject({ status: 'sent', metadata: { external_send_id: 'order-1' } });
		await braze.event(({ kind, customer }) => kind === 'sent' && customer === 'cust-42');
	},
	'users.track': async (client) => {
		expect(await client.users.track({ attributes: [{ external_id: 'cust-42', color: 'red' }] }, true)).toMatchObject({ attributes_processed: 1 });
		expect((await braze.truth('cust-42')).custom_attributes.color).toBe('red');
	},
	'users.alias.new': async (client) => {
		expect(await client.users.alias.new({ user_aliases: [{ external_id: 'cust-42', ...alias }] })).toMatchObject({ aliases_processed: 1 });
		expect((await client.users.export.ids({ user_aliases: [alias], fields_to_export: ['external_id'] })).users).toEqual([{ external_id: 'cust-42' }]);
	},
	'users.alias.update': async (client) => {
		await client.users.alias.new({ user_aliases: [{ external_id: 'cust-42', ...alias }] });
		await client.users.alias.update({ alias_updates: [{ alias_label: 'cookie', old_alias_name: 'c-1', new_alias_name: 'c-2' }] });
		expect((await client.users.export.ids({ user_aliases: [{ ...alias, alias_name: 'c-2' }], fields_to_export: ['external_id'] })).users).toEqual([{ external_id: 'cust-42' }]);
	},
	'users.delete': async (client) => {
		expect(await client.users.delete({ external_ids: ['cust-42'] })).toMatchObject({ deleted: 1 });
		expect(await exists('cust-42')).toBe(false);
	},
	'users.export.ids': async (client) => {
		expect((await client.users.export.ids({ external_ids: ['cust-42', 'nobody'], fields_to_export: ['external_id'] }))).toMatchObject({ users: [{ external_id: 'cust-42' }], invalid_user_ids: ['nobody'] });
	},
	'users.export.segment': async (client) => {
		const { url } = await client.users.export.segment({ segment_id: 'segment-lyon', fields_to_export: ['external_id'] });
		braze.world.age(3_600_000);
		expect((await fetch(String(url))).headers.get('content-type')).toBe('application/zip');
	},
	'users.export.global_control_group': async (client) => {
		const { url } = await client.users.export.global_control_group({ fields_to_export: ['external_id'] });
		braze.world.age(3_600_000);
		expect((await fetch(String(url))).status).toBe(200);
	},
	'users.external_ids.rename': async (client) => {
		expect(await client.users.external_ids.rename({ external_id_renames: [{ current_external_id: 'cust-42', new_external_id: 'ada' }] })).toMatchObject({ external_ids: ['ada'], rename_errors: [] });
		expect([await exists('ada'), await exists('cust-42')]).toEqual([true, true]);
	},
	'users.external_ids.remove': async (client) => {
		await client.users.external_ids.rename({ external_id_renames: [{ current_external_id: 'cust-42', new_external_id: 'ada' }] });
		expect(await client.users.external_ids.remove({ external_ids: ['cust-42', 'cust-43'] })).toMatchObject({ removed_ids: ['cust-42'], removal_errors: [[1, expect.any(String)]] });
		expect([await exists('ada'), await exists('cust-42')]).toEqual([true, false]);
	},
	'users.identify': async (client) => {
		await client.users.alias.new({ user_aliases: [alias] });
		await client.users.track({ attributes: [{ user_alias: alias, shoe_size: 38 }] });
		expect(await client.users.identify({ aliases_to_identify: [{ external_id: 'cust-42', user_alias: alias }] })).toMatchObject({ aliases_processed: 1 });
		expect((await braze.truth('cust-42')).custom_attributes.shoe_size).toBe(38);
	},
	'users.merge': async (client) => {
		expect(await client.users.merge({ merge_updates: [{ identifier_to_merge: { external_id: 'cust-43' }, identifier_to_keep: { external_id: 'cust-42' } }] })).toEqual({ message: 'success' });
		braze.world.age(60_000);
		expect(await exists('cust-43')).toBe(false);
	},
};

/** The names of all functions below, joined with dots. */
const functions = (value: object, path: string): string[] =>
	Object.entries(value).flatMap(([name, inner]: [string, unknown]) =>
		typeof inner === 'function' ? [`${path}.${name}`] : functions(inner as object, `${path}.${name}`),
	);

it('leaves out no call that the client has for these groups', () => {
	const client = braze.client();
	const { catalogs, email, subscription, templates, transactional, users, v2 } = client;
	const offered = Object.entries({ catalogs, email, subscription, templates, transactional, users, v2 }).flatMap(([name, group]) => functions(group, name));
	expect(offered.sort()).toEqual(Object.keys(CALLS).sort());
});

it.each(Object.entries(CALLS))('%s', async (_, call) => await call(braze.client()));
