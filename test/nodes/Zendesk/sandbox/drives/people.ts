import { z } from 'zod';
import { byId, mapped, type Driver } from '../../../../support/drives';
import { idOf, idsOf, newTicket, type ZendeskDrives } from '../zendesk';

const EVERY = { returnAll: true };
const PHONE = '+15551230001';

const newUser = async (node: Driver, more = {}) => String((await node.one('user.create', { name: 'Ada', skipVerifyEmail: true, more: { externalId: 'cust-1', email: 'ada@example.com', ...more } })).id);
const identities = async (node: Driver, userId: string) =>
	z.array(z.object({ id: z.number(), type: z.string(), value: z.string(), primary: z.boolean() })).parse(await node.all('user.listIdentities', { userId, ...EVERY }));

export const user: ZendeskDrives = {
	create: async (node) => {
		const userId = String((await node.one('user.create', { name: 'Ada', userFields: mapped({ braze_external_id: 'b-1' }), more: { externalId: 'cust-1', phone: PHONE, tags: 'vip' } })).id);
		expect(await node.one('user.get', { userId })).toMatchObject({ external_id: 'cust-1', phone: PHONE, tags: ['vip'], user_fields: { braze_external_id: 'b-1' } });
		expect(await node.failure('user.create', { name: 'Ada 2', more: { externalId: 'cust-1' } })).toMatchObject({ class: 'invalidInput', status: 422 });
	},
	createOrUpdate: async (node) => {
		const first = await node.one('user.createOrUpdate', { name: 'Ada', more: { externalId: 'cust-1' } });
		expect(first).toMatchObject({ created: true });
		expect(await node.one('user.createOrUpdate', { name: 'Ada L.', more: { externalId: 'cust-1' } })).toMatchObject({ created: false, id: first.id });
		expect(await node.one('user.get', { userId: String(first.id) })).toMatchObject({ name: 'Ada L.' });
	},
	get: async (node, sandbox) => {
		expect(await node.one('user.get', { userId: String(await idOf(sandbox)) })).toMatchObject({ name: 'Edith Email', role: 'end-user' });
		expect(await node.failure('user.get', { userId: '999' })).toMatchObject({ class: 'notFound' });
	},
	getMany: async (node) => {
		expect((await node.all('user.getMany', { ...EVERY, role: 'agent' })).map(({ name }) => name)).toEqual(['Nora Lindqvist', 'Tomás Herrera']);
		await node.all('user.create', { name: '={{ $json.n }}' }, Array.from({ length: 101 }, (_, index) => ({ n: `User ${index}` })));
		expect(await node.all('user.getMany', EVERY)).toHaveLength(105);
		expect(node.called).toHaveLength(2);
	},
	update: async (node) => {
		const userId = await newUser(node);
		await node.one('user.update', { userId, name: 'Ada Lovelace', more: { notes: 'Likes engines', suspended: true } });
		expect(await node.one('user.get', { userId })).toMatchObject({ name: 'Ada Lovelace', notes: 'Likes engines', suspended: true });
	},
	delete: async (node, sandbox) => {
		const userId = await newUser(node);
		const ticketId = await newTicket(node, sandbox, { requesterId: userId });
		expect(await node.failure('user.delete', { userId })).toMatchObject({ status: 422 });
		await node.one('ticket.update', { ticketId, more: { status: 'closed' } });
		await node.one('user.delete', { userId });
		expect(await node.all('user.search', { by: 'externalId', value: 'cust-1', ...EVERY })).toEqual([]);
	},
	search: async (node) => {
		const userId = await newUser(node);
		expect(idsOf(await node.all('user.search', { by: 'externalId', value: 'cust-1', ...EVERY }))).toEqual([userId]);
		expect(idsOf(await node.all('user.search', { by: 'query', value: 'email:"ada@example.com"', ...EVERY }))).toEqual([userId]);
	},
	resolve: async (node) => {
		const ada = { externalId: 'cust-1', name: 'Ada', phone: PHONE, brazeExternalId: 'cust-1' };
		const made = await node.one('user.resolve', ada);
		expect(made).toMatchObject({ action: 'created' });
		expect(await node.one('user.resolve', ada)).toMatchObject({ action: 'found', userId: made.userId, matchedBy: 'externalId' });
		// Two customers with one phone are two users: the second one shares the number.
		const other = await node.one('user.resolve', { ...ada, externalId: 'cust-2', name: 'Bob', brazeExternalId: 'cust-2' });
		expect(other).toMatchObject({ action: 'created' });
		expect(await node.one('user.get', { userId: String(other.userId) })).toMatchObject({ phone: PHONE, shared_phone_number: true, user_fields: { braze_external_id: 'cust-2' } });
	},
	addIdentity: async (node) => {
		const userId = await newUser(node);
		await node.one('user.addIdentity', { userId, type: 'phone_number', value: PHONE });
		expect((await identities(node, userId)).map(({ value }) => value)).toEqual(['ada@example.com', PHONE]);
		const other = await newUser(node, { externalId: 'cust-2', email: 'bob@example.com' });
		expect(await node.failure('user.addIdentity', { userId: other, type: 'phone_number', value: PHONE })).toMatchObject({ status: 422 });
	},
	listIdentities: async (node) => {
		expect(await identities(node, await newUser(node))).toMatchObject([{ type: 'email', value: 'ada@example.com', primary: true }]);
	},
	makeIdentityPrimary: async (node) => {
		const userId = await newUser(node);
		const { id } = await node.one('user.addIdentity', { userId, type: 'email', value: 'lovelace@example.com' });
		await node.all('user.makeIdentityPrimary', { userId, identityId: String(id) });
		expect((await identities(node, userId)).find(({ primary }) => primary)).toMatchObject({ value: 'lovelace@example.com' });
		expect(await node.one('user.get', { userId })).toMatchObject({ email: 'lovelace@example.com' });
	},
	deleteIdentity: async (node) => {
		const userId = await newUser(node);
		const { id } = await node.one('user.addIdentity', { userId, type: 'phone_number', value: PHONE });
		await node.one('user.deleteIdentity', { userId, identityId: String(id) });
		expect((await identities(node, userId)).map(({ type }) => type)).toEqual(['email']);
	},
};

export const userField: ZendeskDrives = {
	create: async (node) => {
		await node.one('userField.create', { key: 'tier', title: 'Tier', type: 'dropdown', more: { options: '[{"name": "Gold", "value": "tier_gold"}]' } });
		expect(await node.all('userField.getMany', EVERY)).toContainEqual(expect.objectContaining({ key: 'tier', type: 'dropdown', title: 'Tier' }));
	},
	getMany: async (node) => {
		expect(await node.one('userField.getMany', EVERY)).toMatchObject({ key: 'braze_external_id' });
	},
};

export const organization: ZendeskDrives = {
	createOrUpdate: async (node) => {
		const made = await node.one('organization.createOrUpdate', { externalId: 'org-2', name: 'Acme', more: { domainNames: 'acme.example', tags: 'big' } });
		expect(made).toMatchObject({ created: true });
		await node.one('organization.createOrUpdate', { externalId: 'org-2', name: 'Acme Ltd' });
		expect(await node.one('organization.get', { organizationId: byId(made.id) })).toMatchObject({ name: 'Acme Ltd', domain_names: ['acme.example'], tags: ['big'] });
	},
	get: async (node) => {
		const [{ id }] = await node.all('organization.getMany', EVERY);
		expect(await node.one('organization.get', { organizationId: byId(id) })).toMatchObject({ external_id: 'org-1' });
	},
	getMany: async (node) => {
		expect(await node.one('organization.getMany', EVERY)).toMatchObject({ name: 'Sandbox Wholesale' });
	},
};
