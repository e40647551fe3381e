import { closedNetwork } from '../../support/network';
import { api, CONFLICT_409, CONTINUE, oneOf, runZendesk, show, ticket } from './zendesk';

jest.mock('n8n-workflow', () => jest.requireActual<typeof import('../../support/quickSleep')>('../../support/quickSleep').quick);
closedNetwork();

const list = (id: string) => ({ __rl: true, mode: 'list', value: id });

describe('picked from a list', () => {
	it('group, brand, form and assignee go as their ids; a workflow saved with bare ids still works', async () => {
		for (const pick of [list, (id: string) => id]) {
			api().put('/api/v2/tickets/77', { ticket: { brand_id: 1, group_id: 2, ticket_form_id: 3, assignee_id: 4 } }).reply(200, { ticket: ticket() });
			await oneOf({ resource: 'ticket', operation: 'update', ticketId: '77', more: { brandId: pick('1'), groupId: pick('2'), ticketFormId: pick('3'), assigneeId: pick('4') } });
		}
	});

	it('nothing picked is nothing sent; a name in the place of an id is refused by the field\'s name', async () => {
		api().put('/api/v2/tickets/77', { ticket: { priority: 'high' } }).reply(200, { ticket: ticket() });
		await oneOf({ resource: 'ticket', operation: 'update', ticketId: '77', more: { groupId: list(''), priority: 'high' } });
		expect(await oneOf({ resource: 'ticket', operation: 'update', ticketId: '77', more: { groupId: 'Support' } })).toMatchObject({ error: { class: 'invalidInput', message: expect.stringContaining('Fields to Change') } });
	});
});

describe('custom fields', () => {
	const mapped = (value: Record<string, unknown>) => ({ mappingMode: 'defineBelow', value, schema: Object.keys(value).map((id) => ({ id, displayName: id, required: false, defaultMatch: false, display: true })) });

	it('go with their ids, in the types that the mapper gives', async () => {
		api().put('/api/v2/tickets/77', { ticket: { custom_fields: [{ id: 360001, value: 'gold' }, { id: 360002, value: true }, { id: 360003, value: ['a', 'b'] }] } }).reply(200, { ticket: ticket() });
		await oneOf({ resource: 'ticket', operation: 'update', ticketId: '77', customFields: mapped({ 360001: 'gold', 360002: true, 360003: ['a', 'b'] }) as never });
	});

	it('and on a new ticket', async () => {
		api().post('/api/v2/tickets', ({ ticket: sent }: { ticket: { custom_fields: unknown } }) => JSON.stringify(sent.custom_fields) === '[{"id":360001,"value":"gold"}]').reply(201, { ticket: ticket() });
		await oneOf({ resource: 'ticket', operation: 'create', subject: 's', comment: 'c', requesterId: '1', customFields: mapped({ 360001: 'gold' }) as never });
	});
});

describe('Ticket: Update, somebody else being faster', () => {
	const RETRY = { resource: 'ticket', operation: 'update', ticketId: '77', comment: 'x', more: { whenChanged: 'retry' } };
	const put = (stamp: string) => api().put('/api/v2/tickets/77', { ticket: { comment: { body: 'x', public: true }, safe_update: true, updated_stamp: stamp } });

	it('reads the ticket, and reads it again until the change fits', async () => {
		show(77, ticket({ updated_at: 't1' }));
		put('t1').reply(409, CONFLICT_409);
		show(77, ticket({ updated_at: 't2' }));
		put('t2').reply(200, { ticket: ticket({ updated_at: 't3' }) });
		expect(await oneOf(RETRY)).toMatchObject({ id: 77, updated_at: 't3' });
	});

	it('gives up after five times, as a conflict', async () => {
		for (let at = 0; at < 5; at++) {
			show(77, ticket({ updated_at: `t${at}` }));
			put(`t${at}`).reply(409, CONFLICT_409);
		}
		expect(await oneOf(RETRY)).toMatchObject({ error: { class: 'conflict', status: 409 } });
	});

	it('begins with the stamp that was given', async () => {
		put('t0').reply(200, { ticket: ticket() });
		await oneOf({ ...RETRY, more: { whenChanged: 'retry', updatedStamp: 't0' } });
	});

	it('never repeats a comment whose answer was lost', async () => {
		show(77, ticket({ updated_at: 't1' }));
		put('t1').reply(500);
		expect(await oneOf(RETRY)).toMatchObject({ error: { class: 'unknownOutcome' } });
	});
});

describe('tags', () => {
	it.each([['addTags', 'put'], ['setTags', 'post'], ['removeTags', 'delete']] as const)('%s: its own method, the others untouched', async (operation, method) => {
		api()[method]('/api/v2/tickets/77/tags', { tags: ['a', 'b'] }).reply(200, { tags: ['a', 'b', 'c'] });
		expect(await oneOf({ resource: 'ticket', operation, ticketId: '77', tags: 'a, b' })).toEqual({ id: 77, tags: ['a', 'b', 'c'] });
	});

	it('with a stamp it is a safe change', async () => {
		api().put('/api/v2/tickets/77/tags', { tags: ['a'], updated_stamp: 't1', safe_update: 'true' }).reply(409, CONFLICT_409);
		expect(await oneOf({ resource: 'ticket', operation: 'addTags', ticketId: '77', tags: 'a', updatedStamp: 't1' })).toMatchObject({ error: { class: 'conflict' } });
	});

	it('none to add is refused before anything is sent; none to set clears them', async () => {
		expect(await oneOf({ resource: 'ticket', operation: 'addTags', ticketId: '77', tags: '' })).toMatchObject({ error: { class: 'invalidInput', message: expect.stringMatching(/^Tags: /) } });
		api().post('/api/v2/tickets/77/tags', { tags: [] }).reply(200, { tags: [] });
		expect(await oneOf({ resource: 'ticket', operation: 'setTags', ticketId: '77', tags: '' })).toEqual({ id: 77, tags: [] });
	});
});

describe('Ticket: Delete', () => {
	it('answers 204 without a body', async () => {
		api().delete('/api/v2/tickets/77').reply(204);
		expect(await oneOf({ resource: 'ticket', operation: 'delete', ticketId: '77' })).toEqual({ id: 77, deleted: true });
	});
});

describe('Ticket: Merge', () => {
	const MERGE = { resource: 'ticket', operation: 'merge', ticketId: '77', ids: '78, 79', targetComment: 'Merged', targetPublic: false };
	const began = () => api().post('/api/v2/tickets/77/merge', { ids: [78, 79], target_comment: 'Merged', target_comment_is_public: false, source_comment_is_public: false }).reply(200, { job_status: { id: 'j1', status: 'queued' } });

	it('waits for the job', async () => {
		began();
		api().get('/api/v2/job_statuses/j1').reply(200, { job_status: { id: 'j1', status: 'working' } }).get('/api/v2/job_statuses/j1').reply(200, { job_status: { id: 'j1', status: 'completed', results: { success: true } } });
		expect(await oneOf(MERGE)).toEqual({ id: 77, merged: [78, 79], jobId: 'j1' });
	});

	it('a job that failed is no success', async () => {
		began();
		api().get('/api/v2/job_statuses/j1').reply(200, { job_status: { id: 'j1', status: 'completed', results: [{ id: 78, success: false, error: 'TicketMergeFailed', details: 'Ticket 78 is closed: closed prevents ticket update' }] } });
		expect(await oneOf(MERGE)).toMatchObject({ error: { class: 'closed', message: expect.stringContaining('78') } });
	});

	it.each([['', /must be one or more/], ['78, abc', /must be one or more/], ['78, 77', /target ticket itself/]])('"%s" is refused', async (ids, why) => {
		expect(await oneOf({ ...MERGE, ids })).toMatchObject({ error: { class: 'invalidInput', message: expect.stringMatching(why) } });
	});
});

it('a stray id among many fails alone', async () => {
	api().delete('/api/v2/tickets/77').reply(204).delete('/api/v2/tickets/78').reply(404, { error: 'RecordNotFound', description: 'Not found' });
	const { main } = await runZendesk({ resource: 'ticket', operation: 'delete', ticketId: '={{ $json.id }}' }, [{ id: 77 }, { id: 78 }], CONTINUE);
	expect([main[0].length, main[1].map(({ json }) => json)]).toEqual([1, [expect.objectContaining({ error: expect.objectContaining({ class: 'notFound' }) })]]);
});
