import { mapped } from '../../../../support/drives';
import { agentReplies, closeByAutomation, idOf, idsOf, newTicket, type ZendeskDrives } from '../zendesk';

const EVERY = { returnAll: true };

export const ticket: ZendeskDrives = {
	create: async (node, sandbox) => {
		const nora = await idOf(sandbox, 'Nora Lindqvist');
		const { ticket_fields: fields } = (await sandbox.api<{ ticket_fields: Array<{ id: number; title: string }> }>('GET', '/ticket_fields')).body;
		const order = fields.find(({ title }) => title === 'Order number')?.id ?? 0;
		const keyed = { customFields: mapped({ [order]: 'A-7' }), more: { idempotencyKey: 'order-7', priority: 'high', tags: 'vip, shoes', externalId: 'ext-7', assigneeId: { __rl: true, mode: 'id', value: String(nora) } } };
		const id = await newTicket(node, sandbox, keyed);
		expect((await sandbox.truth(Number(id))).ticket).toMatchObject({ priority: 'high', tags: ['vip', 'shoes'], external_id: 'ext-7', assignee_id: nora, custom_fields: expect.arrayContaining([{ id: order, value: 'A-7' }]) });
		// The same key again makes no second ticket.
		expect(await newTicket(node, sandbox, keyed)).toBe(id);
		expect(await node.all('ticket.getMany', EVERY)).toHaveLength(1);
	},
	createMany: async (node, sandbox) => {
		const edith = await idOf(sandbox);
		const items = Array.from({ length: 120 }, (_, index) => ({ subject: `Order ${index}`, requester: index === 101 ? 999 : edith }));
		const { good, bad, places } = await node.run('ticket.createMany', { subject: '={{ $json.subject }}', comment: 'Where is it?', requesterId: '={{ $json.requester }}', more: { tags: 'bulk' } }, items);
		expect({ good: good.length, bad: places.bad }).toEqual({ good: 119, bad: [101] });
		expect(bad[0].error).toMatchObject({ vendor: 'Zendesk Support', message: expect.stringContaining('999') });
		expect(node.called.filter((call) => call.startsWith('POST'))).toHaveLength(2);
		expect((await sandbox.truth(Number(good[118].id))).ticket).toMatchObject({ subject: 'Order 119', tags: ['bulk'] });
	},
	delete: async (node, sandbox) => {
		const ticketId = await newTicket(node, sandbox);
		await node.one('ticket.delete', { ticketId });
		expect(await node.failure('ticket.get', { ticketId })).toMatchObject({ class: 'notFound' });
	},
	get: async (node, sandbox) => {
		const ticketId = await newTicket(node, sandbox);
		expect(await node.one('ticket.get', { ticketId })).toMatchObject({ id: Number(ticketId), subject: 'Shoes', requester_id: await idOf(sandbox) });
	},
	getMany: async (node, sandbox) => {
		const edith = await idOf(sandbox);
		await node.all('ticket.createMany', { subject: 's', comment: 'c', requesterId: '={{ $json.r }}', more: { externalId: '={{ $json.e }}' } }, Array.from({ length: 150 }, (_, index) => ({ r: edith, e: `sms:c${index}:1` })));
		expect(await node.all('ticket.getMany', EVERY)).toHaveLength(150);
		expect(node.called).toHaveLength(2);
		expect(await node.all('ticket.getMany', { returnAll: false, limit: 20 })).toHaveLength(20);
		expect(await node.one('ticket.getMany', { ...EVERY, more: { externalId: 'sms:c7:1' } })).toMatchObject({ external_id: 'sms:c7:1' });
		expect(await node.all('ticket.getMany', { ...EVERY, more: { requesterId: String(edith) } })).toHaveLength(150);
		expect(node.called[0]).toBe(`GET /api/v2/users/${edith}/tickets/requested`);
	},
	listAudits: async (node, sandbox) => {
		const ticketId = await newTicket(node, sandbox);
		await node.one('ticket.update', { ticketId, more: { priority: 'urgent' } });
		const audits = await node.all('ticket.listAudits', { ticketId, ...EVERY, newestFirst: true });
		expect(audits).toHaveLength(2);
		expect(JSON.stringify(audits[0])).toContain('"value":"urgent"');
	},
	listComments: async (node, sandbox) => {
		const ticketId = await newTicket(node, sandbox);
		await agentReplies(sandbox, ticketId, 'Which size?');
		expect((await node.all('ticket.listComments', { ticketId })).map(({ body }) => body)).toEqual(['They are too small', 'Which size?']);
		expect((await node.all('ticket.listComments', { ticketId, newestFirst: true }))[0]).toMatchObject({ body: 'Which size?' });
	},
	merge: async (node, sandbox) => {
		const [target, first, second] = [await newTicket(node, sandbox), await newTicket(node, sandbox), await newTicket(node, sandbox)];
		await node.one('ticket.merge', { ticketId: target, ids: `${first}, ${second}`, targetComment: 'Both are here' });
		expect((await sandbox.truth(Number(first))).ticket).toMatchObject({ status: 'closed', tags: ['closed_by_merge'] });
		expect((await sandbox.truth(Number(target))).comments.map(({ body }) => body)).toEqual(expect.arrayContaining(['Both are here']));
		expect(await node.failure('ticket.merge', { ticketId: target, ids: first })).toMatchObject({ message: expect.stringContaining('closed') });
	},
	addTags: async (node, sandbox) => {
		const ticketId = await newTicket(node, sandbox, { more: { tags: 'one' } });
		await node.one('ticket.addTags', { ticketId, tags: 'two, three' });
		expect((await sandbox.truth(Number(ticketId))).ticket.tags.sort()).toEqual(['one', 'three', 'two']);
	},
	removeTags: async (node, sandbox) => {
		const ticketId = await newTicket(node, sandbox, { more: { tags: 'one, two' } });
		await node.one('ticket.removeTags', { ticketId, tags: 'one' });
		expect((await sandbox.truth(Number(ticketId))).ticket.tags).toEqual(['two']);
	},
	setTags: async (node, sandbox) => {
		const ticketId = await newTicket(node, sandbox, { more: { tags: 'one, two' } });
		await node.one('ticket.setTags', { ticketId, tags: 'three' });
		expect((await sandbox.truth(Number(ticketId))).ticket.tags).toEqual(['three']);
		expect(await node.failure('ticket.setTags', { ticketId, tags: 'four', updatedStamp: '2020-01-01T00:00:00Z' })).toMatchObject({ class: 'conflict', status: 409 });
	},
	search: async (node, sandbox) => {
		const ticketId = await newTicket(node, sandbox, { subject: 'Unheard-of' });
		await newTicket(node, sandbox);
		expect(idsOf(await node.all('ticket.search', { query: 'subject:Unheard-of', ...EVERY }))).toEqual([ticketId]);
		expect(await node.all('ticket.search', { query: 'status:solved', ...EVERY })).toEqual([]);
	},
	update: async (node, sandbox) => {
		const ticketId = await newTicket(node, sandbox);
		await node.one('ticket.update', { ticketId, comment: 'For colleagues', public: false, more: { status: 'pending', subject: 'Boots' } });
		expect(await sandbox.truth(Number(ticketId))).toMatchObject({ ticket: { status: 'pending', subject: 'Boots' }, comments: [{}, { body: 'For colleagues', public: false }] });
		await closeByAutomation(sandbox, ticketId);
		expect(await node.failure('ticket.update', { ticketId, more: { priority: 'low' } })).toMatchObject({ class: 'closed', status: 422 });
	},
	updateMany: async (node, sandbox) => {
		const [open, closed, gone] = [await newTicket(node, sandbox), await newTicket(node, sandbox), await newTicket(node, sandbox)];
		await closeByAutomation(sandbox, closed);
		await node.one('ticket.delete', { ticketId: gone });
		const items = [open, closed, gone, '987654'].map((id) => ({ id }));
		const { places, bad } = await node.run('ticket.updateMany', { ticketId: '={{ $json.id }}', comment: 'News', more: { additionalTags: 'told' } }, items);
		expect(places).toEqual({ good: [0], bad: [1, 2, 3] });
		expect(bad.map(({ error }) => Object(error).class)).toEqual(['closed', 'notFound', 'notFound']);
		expect(await sandbox.truth(Number(open))).toMatchObject({ ticket: { tags: ['told'] }, comments: [{}, { body: 'News', public: true }] });
	},
};
