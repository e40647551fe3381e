/* eslint-disable @n8n/community-nodes/no-restricted-imports -- the client uploads a file from the disk */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventWhere, Zendesk, type TicketJson } from './helpers';
import type { TriggerJson } from './triggerHelpers';

interface JobJson {
	id: string;
	status: string;
	results: Array<{ id?: number; error?: string }>;
}

interface Idd {
	id: number;
	name?: string;
}

/** An independent client on every call that it and the sandbox share and no other test drives. */
describe('node-zendesk', () => {
	let zendesk: Zendesk;

	beforeAll(async () => {
		zendesk = await Zendesk.start();
	});
	afterAll(async () => await zendesk.sandbox.close());
	beforeEach(async () => {
		await zendesk.reset();
		await zendesk.control('POST', '/zendesk/limits', { userUpdatesPerSecond: 1000, searchLagMs: 0 });
	});

	/** Its answers are typed loosely; what counts here is what they hold. */
	const result = <Value>(answer: unknown): Value => (Array.isArray(answer) ? answer : (answer as { result: unknown }).result) as Value;
	const jobOf = (answer: unknown): JobJson => {
		const value = result<{ job_status?: JobJson } & JobJson>(answer);
		return value.job_status ?? value;
	};
	const finished = async (answer: unknown) => {
		await eventWhere(zendesk, ({ summary }) => summary.startsWith('job "'));
		return jobOf(await zendesk.client().jobstatuses.show(jobOf(answer).id));
	};

	test('tickets: create many, update many, show many, merge, delete many', async () => {
		const { tickets } = zendesk.client();
		const made = await finished(await tickets.createMany({ tickets: [{ comment: { body: 'a' } }, { comment: { body: 'b' } }, { comment: { body: 'c' } }] } as never));
		const ids = made.results.map(({ id = 0 }) => id);
		expect(ids).toEqual([1001, 1002, 1003]);
		await tickets.updateMany(ids, { ticket: { additional_tags: ['bulk'] } });
		await eventWhere(zendesk, ({ summary }) => summary.startsWith('job "Bulk Update Ticket"'));
		expect(result<TicketJson[]>(await tickets.showMany(ids)).map(({ tags }) => tags)).toEqual([['bulk'], ['bulk'], ['bulk']]);
		await tickets.merge(ids[0], { ids: [ids[1]], target_comment: 'merged' });
		await eventWhere(zendesk, ({ summary }) => summary.startsWith('job "Ticket Merge"'));
		expect((await zendesk.truth(ids[1])).ticket.status).toBe('closed');
		await tickets.deleteMany([ids[2]]);
		await eventWhere(zendesk, ({ summary }) => summary.startsWith('job "Bulk Delete Ticket"'));
		await expect(tickets.show(ids[2])).rejects.toMatchObject({ statusCode: 404 });
	});

	test('tickets: by assignee, by organization, and their audits', async () => {
		const client = zendesk.client();
		const organization = result<Idd>(await client.organizations.create({ organization: { name: 'Acme' } }));
		const [agent] = (await client.users.listWithFilter('role', 'agent')) as unknown as Idd[];
		const { id } = await zendesk.createTicket({ assignee_id: agent.id, organization_id: organization.id });
		expect(await client.tickets.listAssigned(agent.id)).toMatchObject([{ id }]);
		expect(await client.tickets.listByOrganization(organization.id)).toMatchObject([{ id }]);
		expect(await client.tickets.exportAudit(id)).toHaveLength(1);
		expect(await client.tickets.getComments(id)).toHaveLength(1);
	});

	test('users: many at once, tags, suspend, delete', async () => {
		const { users } = zendesk.client();
		const made = await finished(await users.createMany({ users: [{ name: 'Ada' }, { name: 'Bob' }] } as never));
		const [ada = 0, bob = 0] = made.results.map(({ id }) => id);
		await users.setTags(ada, { tags: ['a'] } as never);
		await users.addTags(ada, { tags: ['b'] } as never);
		// The client's own removeTags sends no body.
		await zendesk.api('DELETE', `/users/${ada}/tags`, { tags: ['a'] });
		expect(await users.listTags(ada)).toMatchObject([{ tags: ['b'] }]);
		await users.suspend(ada);
		expect(result(await users.show(ada))).toMatchObject({ suspended: true });
		await users.unsuspend(ada);
		expect(result(await users.show(ada))).toMatchObject({ suspended: false });
		await users.delete(bob);
		expect(result(await users.show(bob))).toMatchObject({ active: false });
		const [group] = (await zendesk.client().groups.list()) as unknown as Idd[];
		expect(await users.listByGroup(group.id)).toHaveLength(3);
	});

	test('identities: primary, deleted', async () => {
		const ada = await zendesk.createUser({ name: 'Ada', email: 'ada@example.com' });
		const { useridentities } = zendesk.client();
		const made = result<Idd>(await useridentities.create(ada.id, { type: 'email', value: 'ada@work.example.com' }));
		await useridentities.makePrimary(ada.id, made.id);
		expect(result(await zendesk.client().users.show(ada.id))).toMatchObject({ email: 'ada@work.example.com' });
		await useridentities.requestVerification(ada.id, made.id);
		await useridentities.delete(ada.id, made.id);
		expect(await useridentities.list(ada.id)).toHaveLength(1);
	});

	test('organizations and memberships', async () => {
		const { organizations, organizationmemberships, users } = zendesk.client();
		const made = result<Idd>(await organizations.create({ organization: { name: 'Acme', external_id: 'a-1' } }));
		await organizations.update(made.id, { organization: { notes: 'n' } });
		await organizations.createOrUpdate({ organization: { external_id: 'a-1', name: 'Acme Ltd' } });
		expect(result(await organizations.show(made.id))).toMatchObject({ name: 'Acme Ltd', notes: 'n' });
		expect(await organizations.list()).toHaveLength(2);
		expect(result<Idd[]>(await organizations.showMany([made.id]))).toMatchObject([{ id: made.id }]);
		expect(await organizations.autocomplete({ name: 'Acme' })).toMatchObject([{ id: made.id }]);
		const ada = await zendesk.createUser({ name: 'Ada' });
		const membership = result<Idd>(await organizationmemberships.create({ user_id: ada.id, organization_id: made.id }));
		expect(await organizationmemberships.listByUser(ada.id)).toMatchObject([{ organization_id: made.id }]);
		expect(await organizationmemberships.listByOrganization(made.id)).toMatchObject([{ user_id: ada.id }]);
		expect(await users.listByOrganization(made.id)).toMatchObject([{ id: ada.id }]);
		await organizationmemberships.delete(membership.id);
		expect(await organizationmemberships.list()).toEqual([]);
		const bulk = await finished(await organizations.createMany({ organizations: [{ name: 'One' }, { name: 'Acme Ltd' }] } as never));
		expect(bulk.results.map(({ error }) => error)).toEqual([undefined, 'RecordInvalid']);
		await organizations.delete(made.id);
		await expect(organizations.show(made.id)).rejects.toMatchObject({ statusCode: 404 });
	});

	test('triggers: create, show, update, list, search, reorder, revisions, definitions, delete', async () => {
		const { triggers } = zendesk.client();
		const trigger = { title: 'SMS', conditions: { all: [{ field: 'status', operator: 'value', value: 'solved' }], any: [] }, actions: [{ field: 'current_tags', value: 'x' }] };
		const made = result<TriggerJson>(await triggers.create({ trigger }));
		expect(result(await triggers.show(made.id))).toMatchObject(trigger);
		await triggers.update(made.id, { trigger: { ...trigger, title: 'SMS 2' } });
		expect(await triggers.list()).toHaveLength(2);
		expect(await triggers.listActive()).toHaveLength(2);
		expect(result<TriggerJson[]>(await triggers.search('sms'))).toMatchObject([{ title: 'SMS 2' }]);
		expect(JSON.stringify(await triggers.listRevisions(made.id))).toContain('"title":"SMS 2"');
		const other = result<TriggerJson>(await triggers.create({ trigger: { ...trigger, title: 'Other' } }));
		await triggers.reorder([other.id, made.id]);
		expect((await zendesk.control<{ triggers: TriggerJson[] }>('GET', '/zendesk/triggers')).body.triggers.filter(({ category_id: category }) => category === null).map(({ id }) => id)).toEqual([other.id, made.id]);
		await triggers.definitions();
		// The client's own bulkDelete builds a path that is none.
		expect((await zendesk.api('DELETE', `/triggers/destroy_many?ids=${other.id}`)).status).toBe(204);
		await triggers.delete(made.id);
		expect(await triggers.list()).toHaveLength(1);
	});

	test('attachments: upload from a file, show, delete', async () => {
		const folder = mkdtempSync(join(tmpdir(), 'upload-'));
		const path = join(folder, 'note.txt');
		writeFileSync(path, 'attached');
		const { attachments } = zendesk.client();
		const { upload } = result<{ upload: { token: string; attachment: { id: number; size: number } } }>({ result: await attachments.upload(path as never, { filename: 'note.txt', binary: false }) });
		rmSync(folder, { recursive: true });
		expect(upload.attachment.size).toBe('attached'.length);
		expect(result(await attachments.show(upload.attachment.id))).toMatchObject({ attachment: { file_name: 'note.txt' } });
		await attachments.deleteUpload(upload.token);
		await expect(attachments.show(upload.attachment.id)).rejects.toMatchObject({ statusCode: 404 });
	});

	test('job statuses: list, show many, watch', async () => {
		const client = zendesk.client();
		const queued = jobOf(await client.users.createMany({ users: [{ name: 'Ada' }] } as never));
		expect(await client.jobstatuses.watch(queued.id, 5, 100)).toMatchObject({ status: 'completed' });
		expect(result<JobJson[]>(await client.jobstatuses.list())).toMatchObject({ job_statuses: [{ id: queued.id }] });
		expect(result<JobJson[]>(await client.jobstatuses.showMany([queued.id]))).toMatchObject({ job_statuses: [{ id: queued.id }] });
	});

	test('fields, forms, groups, brands, locales', async () => {
		const client = zendesk.client();
		const field = result<Idd>(await client.ticketfields.create({ ticket_field: { type: 'tagger', title: 'Size', custom_field_options: [{ name: 'S', value: 's' }] } }));
		await client.ticketfields.update(field.id, { ticket_field: { title: 'Sizes' } });
		expect(result(await client.ticketfields.show(field.id))).toMatchObject({ title: 'Sizes' });
		expect(await client.ticketfields.list()).toHaveLength(10);
		await client.ticketfields.delete(field.id);
		const own = result<Idd>(await client.userfields.create({ user_field: { type: 'text', title: 'Tier', key: 'tier' } }));
		await client.userfields.update(own.id, { user_field: { title: 'Level' } });
		expect(result(await client.userfields.show(own.id))).toMatchObject({ title: 'Level' });
		await client.userfields.delete(own.id);
		const [group] = (await client.groups.list()) as unknown as Idd[];
		expect(result(await client.groups.show(group.id))).toMatchObject({ name: 'Support' });
		expect(await client.groups.assignable()).toHaveLength(2);
		const [brand] = result<Idd[]>(await client.brand.list());
		expect(result(await client.brand.show(brand.id))).toMatchObject({ brand: { subdomain: 'sandbox' } });
		const [form] = (await client.ticketforms.list()) as unknown as Idd[];
		expect(result(await client.ticketforms.show(form.id))).toMatchObject({ default: true });
		expect(await client.locales.list()).toHaveLength(3);
		expect(result(await client.locales.show('de'))).toMatchObject({ id: 8 });
	});

	test('OAuth tokens: its own, all, revoked', async () => {
		const { oauthtokens } = zendesk.client();
		const own = result<Idd & { scopes: string[] }>(await oauthtokens.current());
		expect(own.scopes).toEqual(['read', 'write']);
		expect(result(await oauthtokens.show(own.id))).toMatchObject({ id: own.id });
		await oauthtokens.revoke(own.id);
		await expect(oauthtokens.current()).rejects.toMatchObject({ statusCode: 401 });
	});

	test('more than 100 webhooks: all are found by cursor', async () => {
		for (let turn = 0; turn < 105; turn++) await zendesk.subscribe('https://example.com/x', ['conditional_ticket_events'], { name: `w${turn}` });
		const first = await zendesk.api<{ webhooks: object[]; links: { next: string } }>('GET', '/webhooks');
		expect([first.body.webhooks.length, first.body.links.next]).toEqual([100, expect.stringContaining('page')]);
		const names = ((await zendesk.client().webhooks.list()) as unknown as Array<{ name: string }>).map(({ name }) => name);
		expect(names).toHaveLength(106);
		expect(names).toContain('w104');
		await zendesk.control('POST', '/zendesk/settings', { maxWebhooks: 106 });
		await expect(zendesk.subscribe('https://example.com/x', ['conditional_ticket_events'])).rejects.toThrow('WebhookLimitExceeded');
	});
});
