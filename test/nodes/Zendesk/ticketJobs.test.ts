import nock from 'nock';
import { closedNetwork, RESET } from '../../support/network';
import { waits } from '../../support/quickSleep';
import { api, CONTINUE, oneOf, runZendesk } from './zendesk';

jest.mock('n8n-workflow', () => jest.requireActual<typeof import('../../support/quickSleep')>('../../support/quickSleep').quick);
closedNetwork();

const CREATE = { resource: 'ticket', operation: 'createMany', subject: '={{ $json.subject }}', comment: 'Hello', requesterId: '901' };
const UPDATE = { resource: 'ticket', operation: 'updateMany', ticketId: '={{ $json.id }}', more: { status: 'solved', additionalTags: 'a', removeTags: 'b' } };

const job = (status: string, results?: unknown, id = 'j1') => ({ job_status: { id, job_type: 'Bulk', status, total: 2, progress: 2, message: null, results } });
const asked = (status: string, results?: unknown, id = 'j1') => api().get(`/api/v2/job_statuses/${id}`).reply(200, job(status, results, id));
const begin = (check: (tickets: Array<Record<string, unknown>>) => boolean = () => true, id = 'j1') =>
	api().post('/api/v2/tickets/create_many', ({ tickets }: { tickets: Array<Record<string, unknown>> }) => check(tickets)).reply(200, job('queued', undefined, id));

describe('Ticket: Create Many', () => {
	it('all items share a job; each gets its own result, a job that fails in part included', async () => {
		begin((tickets) => tickets.length === 3 && tickets.every(({ comment, requester_id: requester }) => JSON.stringify(comment) === '{"body":"Hello","public":true}' && requester === 901));
		asked('working');
		asked('completed', [
			{ index: 0, id: 101 },
			{ index: 1, error: 'TicketCreateFailed', details: 'Requester is suspended' },
			{ index: 2, id: 103, success: true },
		]);
		const { main } = await runZendesk(CREATE, [{ subject: 'a' }, { subject: 'b' }, { subject: 'c' }], CONTINUE);
		expect(main[0].map(({ json, pairedItem }) => [json, pairedItem])).toEqual([
			[{ id: 101, action: 'created', jobId: 'j1' }, { item: 0 }],
			[{ id: 103, action: 'created', jobId: 'j1' }, { item: 2 }],
		]);
		expect(main[1].map(({ json }) => json)).toMatchObject([{ subject: 'b', error: { class: 'invalidInput', code: 'TicketCreateFailed', message: expect.stringContaining('Requester is suspended') } }]);
		expect(waits.filter((wait) => wait > 0)).toEqual([2000, 2000]);
	});

	it('101 items are two jobs', async () => {
		begin((tickets) => tickets.length === 100);
		begin((tickets) => tickets.length === 1, 'j2');
		asked('completed', Array.from({ length: 100 }, (_, index) => ({ index, id: index })));
		asked('completed', [{ index: 0, id: 100 }], 'j2');
		const { main } = await runZendesk(CREATE, Array.from({ length: 101 }, (_, at) => ({ subject: `s${at}` })), CONTINUE);
		expect(main[0].map(({ json }) => json.id)).toEqual(Array.from({ length: 101 }, (_, at) => at));
	});

	it('is not sent again after a lost answer: there is no idempotency key here', async () => {
		api().post('/api/v2/tickets/create_many').replyWithError(RESET);
		expect(await oneOf({ ...CREATE, subject: 's' })).toMatchObject({ error: { class: 'unknownOutcome' } });
	});

	it('an item of which the job says nothing may have been made', async () => {
		begin();
		asked('failed');
		expect(await oneOf({ ...CREATE, subject: 's' })).toMatchObject({ error: { class: 'unknownOutcome', message: expect.stringContaining('failed') } });
	});

	it('too many jobs at once: waits as long as Zendesk says, then goes on', async () => {
		api().post('/api/v2/tickets/create_many').reply(422, { error: 'TooManyJobs', description: 'Limit: 30' }, { 'Zendesk-RateLimit-inflight-jobs': 'total=30; remaining=0; resets=7' });
		begin();
		asked('completed', [{ index: 0, id: 1 }]);
		expect(await oneOf({ ...CREATE, subject: 's' })).toMatchObject({ id: 1 });
		expect(waits).toContain(7000);
	});

	it('and after that says how many an account may have', async () => {
		api().post('/api/v2/tickets/create_many').reply(429, { error: 'TooManyJobs', description: 'Limit: 30' }, { 'Retry-After': '90' });
		expect(await oneOf({ ...CREATE, subject: 's', connection: { longestWait: 30 } })).toMatchObject({ error: { class: 'rateLimited', retryAfter: 90, fix: expect.stringContaining('30 jobs') } });
	});

	it('a bad item is refused before the job, the others go on', async () => {
		begin((tickets) => tickets.length === 1);
		asked('completed', [{ index: 0, id: 7 }]);
		const { main } = await runZendesk(CREATE, [{ subject: '' }, { subject: 'b' }], CONTINUE);
		expect([main[0].map(({ json }) => json.id), main[1].map(({ json }) => json.error)]).toMatchObject([[7], [{ class: 'invalidInput', message: expect.stringMatching(/^Subject: /) }]]);
	});
});

describe('Ticket: Update Many', () => {
	const put = (check: (tickets: Array<Record<string, unknown>>) => boolean = () => true, id = 'j1'): nock.Scope =>
		api().put('/api/v2/tickets/update_many', ({ tickets }: { tickets: Array<Record<string, unknown>> }) => check(tickets)).reply(200, job('queued', undefined, id));

	it('changes one ticket an item; rows are told apart by the ticket', async () => {
		put((tickets) => JSON.stringify(tickets[0]) === '{"id":77,"status":"solved","additional_tags":["a"],"remove_tags":["b"]}');
		asked('completed', [
			{ id: 78, success: false, error: 'TicketUpdateFailed', details: 'Safe update prevented the update' },
			{ id: 77, action: 'update', status: 'Updated', success: true },
			{ id: 79, success: false, error: 'RecordInvalid', details: 'Status: closed prevents ticket update' },
		]);
		const { main } = await runZendesk(UPDATE, [{ id: 77 }, { id: 78 }, { id: 79 }], CONTINUE);
		expect(main[0].map(({ json }) => json)).toEqual([{ id: 77, action: 'updated', jobId: 'j1' }]);
		expect(main[1].map(({ json }) => json.error)).toMatchObject([{ class: 'conflict' }, { class: 'closed' }]);
	});

	it('a ticket\'s second change goes into the next job', async () => {
		put((tickets) => tickets.length === 2);
		asked('completed', [{ id: 77, success: true }, { id: 78, success: true }]);
		put((tickets) => tickets.length === 1, 'j2');
		asked('completed', [{ id: 77, success: true }], 'j2');
		const { main } = await runZendesk(UPDATE, [{ id: 77 }, { id: 78 }, { id: 77 }], CONTINUE);
		expect(main[0].map(({ json }) => json.jobId)).toEqual(['j1', 'j1', 'j2']);
	});
});

describe('Job', () => {
	const partly = [{ index: 0, id: 1, success: true }, { index: 1, error: 'RecordNotFound', details: 'Not found' }];

	it('Get tells the failed rows beside Zendesk\'s own', async () => {
		asked('completed', partly);
		expect(await oneOf({ resource: 'job', operation: 'get', jobId: 'j1' })).toMatchObject({ id: 'j1', ended: true, succeeded: 1, failed: 1, failures: [{ index: 1, class: 'notFound' }], results: partly });
	});

	it('Wait asks until the end; one that failed in part is a result', async () => {
		asked('queued');
		asked('working');
		asked('completed', partly);
		expect(await oneOf({ resource: 'job', operation: 'wait', jobId: 'j1' })).toMatchObject({ status: 'completed', failed: 1 });
	});

	it('and gives up after the time given; the job goes on', async () => {
		nock('https://acme.zendesk.com').persist().get('/api/v2/job_statuses/j1').reply(200, job('working'));
		expect(await oneOf({ resource: 'job', operation: 'wait', jobId: 'j1', longest: 1 })).toMatchObject({ error: { class: 'unavailable', message: expect.stringContaining('still "working"') } });
	});

	it('one that is forgotten is not found', async () => {
		api().get('/api/v2/job_statuses/j9').reply(404, { error: 'RecordNotFound', description: 'Not found' });
		expect(await oneOf({ resource: 'job', operation: 'get', jobId: 'j9' })).toMatchObject({ error: { class: 'notFound' } });
	});
});
