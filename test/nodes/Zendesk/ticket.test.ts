import { closedNetwork, RESET } from '../../support/network';
import { api, CONTINUE, NOT_FOUND, oneOf, OTHER_BODY_400, runZendesk, ticket } from './zendesk';

jest.mock('n8n-workflow', () => jest.requireActual<typeof import('../../support/quickSleep')>('../../support/quickSleep').quick);
closedNetwork();

describe('Ticket: Create', () => {
	const CREATE = { resource: 'ticket', operation: 'create', subject: 'Help', comment: 'Line one\nline two', requesterId: '901' };

	it('opens a ticket for the requester; "public" is always said', async () => {
		api().post('/api/v2/tickets', { ticket: { subject: 'Help', requester_id: 901, comment: { body: 'Line one\nline two', public: true } } }).reply(201, { ticket: ticket() });
		expect(await oneOf(CREATE)).toEqual({ ...ticket(), repeated: false });
	});

	it('takes all the fields of the form', async () => {
		const more = { authorId: '5', externalId: 'x-1', priority: 'urgent', status: 'pending', type: 'task', brandId: '1', groupId: '2', tags: 'a, b', ticketFormId: '3' };
		api()
			.post('/api/v2/tickets', {
				ticket: {
					subject: 'Help', requester_id: 901, external_id: 'x-1', priority: 'urgent', status: 'pending', type: 'task', brand_id: 1, group_id: 2, tags: ['a', 'b'], ticket_form_id: 3,
					comment: { body: 'Line one\nline two', public: false, author_id: 5 },
				},
			})
			.reply(201, { ticket: ticket() });
		await oneOf({ ...CREATE, public: false, more });
	});

	it('is not sent again after a lost answer: two tickets are worse than a question', async () => {
		api().post('/api/v2/tickets').replyWithError(RESET);
		expect(await oneOf(CREATE)).toMatchObject({ error: { class: 'unknownOutcome', vendor: 'Zendesk Support' } });
	});

	it.each([500, 502, 503, 504])('nor after %i', async (status) => {
		api().post('/api/v2/tickets').reply(status);
		expect(await oneOf(CREATE)).toMatchObject({ error: { class: 'unknownOutcome', status } });
	});

	it('with an idempotency key it is, and says when Zendesk had it already', async () => {
		const keyed = () => api().post('/api/v2/tickets').matchHeader('idempotency-key', 'key-1');
		keyed().replyWithError(RESET);
		keyed().reply(201, { ticket: ticket() }, { 'x-idempotency-lookup': 'hit' });
		expect(await oneOf({ ...CREATE, more: { idempotencyKey: 'key-1' } })).toMatchObject({ id: 77, repeated: true });
	});

	it('a key that was used for something else is a conflict', async () => {
		api().post('/api/v2/tickets').reply(400, OTHER_BODY_400);
		expect(await oneOf({ ...CREATE, more: { idempotencyKey: 'key-1' } })).toMatchObject({ error: { class: 'conflict', code: 'IdempotentRequestError', status: 400 } });
	});

	it('an empty comment is refused before anything is sent', async () => {
		expect(await oneOf({ ...CREATE, comment: '={{ "  " }}' })).toMatchObject({ error: { class: 'invalidInput', message: expect.stringMatching(/^Comment: /) } });
	});
});

describe('Ticket: Get', () => {
	it('reads one ticket, each item its own', async () => {
		api().get('/api/v2/tickets/77').reply(200, { ticket: { ...ticket(), subject: 'Help' } }).get('/api/v2/tickets/78').reply(404, NOT_FOUND);
		const { main } = await runZendesk({ resource: 'ticket', operation: 'get', ticketId: '={{ $json.id }}' }, [{ id: 77 }, { id: '78' }, { id: 'abc' }], CONTINUE);
		expect(main[0].map(({ json, pairedItem }) => [json.subject, pairedItem])).toEqual([['Help', { item: 0 }]]);
		expect(main[1].map(({ json }) => json)).toMatchObject([
			{ id: '78', error: { class: 'notFound', status: 404, code: 'RecordNotFound' } },
			{ id: 'abc', error: { class: 'invalidInput', message: expect.stringMatching(/^Ticket ID: /) } },
		]);
	});
});

describe('Ticket: Update', () => {
	const UPDATE = { resource: 'ticket', operation: 'update', ticketId: '77' };

	it('adds a comment and changes fields', async () => {
		api()
			.put('/api/v2/tickets/77', { ticket: { comment: { body: 'Note', public: false, author_id: 5 }, assignee_id: 6, status: 'solved', tags: ['x'], subject: 'New' } })
			.reply(200, { ticket: ticket({ status: 'solved' }) });
		expect(await oneOf({ ...UPDATE, comment: 'Note', public: false, more: { authorId: '5', assigneeId: '6', status: 'solved', tags: 'x', subject: 'New' } })).toMatchObject({ status: 'solved' });
	});

	it('without a comment sends none, and nothing that was not chosen', async () => {
		api().put('/api/v2/tickets/77', { ticket: { priority: 'high' } }).reply(200, { ticket: ticket() });
		await oneOf({ ...UPDATE, more: { priority: 'high' } });
	});

	it('with the stamp that was read it is a safe update, and a conflict is told as one', async () => {
		api().put('/api/v2/tickets/77', { ticket: { status: 'open', safe_update: true, updated_stamp: '2026-11-21T12:00:00Z' } }).reply(409, { error: 'UpdateConflict', description: 'outdated' });
		expect(await oneOf({ ...UPDATE, more: { status: 'open', updatedStamp: '2026-11-21T12:00:00Z' } })).toMatchObject({ error: { class: 'conflict', status: 409, code: 'UpdateConflict' } });
	});

	it('a comment is not added twice: 500 and a lost connection are unknown', async () => {
		api().put('/api/v2/tickets/77').reply(500);
		expect(await oneOf({ ...UPDATE, comment: 'Note' })).toMatchObject({ error: { class: 'unknownOutcome' } });
		api().put('/api/v2/tickets/77').replyWithError(RESET);
		expect(await oneOf({ ...UPDATE, comment: 'Note' })).toMatchObject({ error: { class: 'unknownOutcome' } });
	});
});

describe('Ticket: List Comments', () => {
	const LIST = { resource: 'ticket', operation: 'listComments', ticketId: '77' };

	it('reads all pages, by cursor', async () => {
		const page = (query: Record<string, string | number>) => api().get('/api/v2/tickets/77/comments').query(query);
		page({ 'page[size]': 100, sort: 'created_at' }).reply(200, { comments: [{ id: 1 }, { id: 2 }], meta: { has_more: true, after_cursor: 'c1' } });
		page({ 'page[size]': 100, sort: 'created_at', 'page[after]': 'c1' }).reply(200, { comments: [{ id: 3, attachments: [{ file_name: 'a.png', content_type: 'image/png', size: 9, content_url: 'https://a.test/a.png' }] }], meta: { has_more: false, after_cursor: 'c2' } });
		const { main } = await runZendesk(LIST);
		expect(main[0].map(({ json, pairedItem }) => [json.id, pairedItem])).toEqual([[1, { item: 0 }], [2, { item: 0 }], [3, { item: 0 }]]);
		expect(main[0].map(({ json }) => json.files)).toEqual([[], [], [{ name: 'a.png', type: 'image/png', size: 9, url: 'https://a.test/a.png' }]]);
	});

	it('newest first, where asked to; a ticket without comments gives none', async () => {
		api().get('/api/v2/tickets/77/comments').query({ 'page[size]': 100, sort: '-created_at' }).reply(200, { comments: [], meta: { has_more: false } });
		const { main, error } = await runZendesk({ ...LIST, newestFirst: true });
		expect([main.flat(), error]).toEqual([[], undefined]);
	});
});
