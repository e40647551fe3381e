import { Zendesk, type UserJson } from './helpers';

interface JobJson {
	id: string;
	job_type: string;
	status: string;
	total: number;
	progress: number | null;
	message: string | null;
	results: Array<{ index?: number; id?: number; success?: boolean; status?: string; action?: string; error?: string; details?: string }> | null;
}

type JobAnswer = { job_status: JobJson };

describe('bulk calls and jobs', () => {
	let zendesk: Zendesk;

	beforeAll(async () => {
		zendesk = await Zendesk.start();
	});
	afterAll(async () => await zendesk.sandbox.close());
	beforeEach(async () => {
		await zendesk.reset();
		// Long enough that only ageing moves a job on.
		await zendesk.control('POST', '/zendesk/settings', { jobQueuedMs: 10_000_000, jobWorkMs: 10_000_000 });
	});

	const job = async (id: string) => (await zendesk.api<JobAnswer>('GET', `/job_statuses/${id}`)).body.job_status;
	const log = async () => {
		await zendesk.age(20_000);
		await zendesk.logIn();
	};
	/** The job's results once it has come to its end. */
	const done = async (answer: { body: JobAnswer }) => {
		await log();
		return await job(answer.body.job_status.id);
	};
	const tickets = async (count: number) => {
		const ids: number[] = [];
		for (let turn = 0; turn < count; turn++) ids.push((await zendesk.createTicket({ tags: ['a', 'b'] })).id);
		return ids;
	};

	test('queued, working, completed as time passes; nothing is done before the end', async () => {
		const { status, body } = await zendesk.api<JobAnswer>('POST', '/tickets/create_many', { tickets: [{ comment: { body: 'one' } }, { comment: { body: 'two' } }] });
		expect([status, body.job_status]).toEqual([200, expect.objectContaining({ status: 'queued', total: 2, progress: null, results: null })]);
		const count = async () => (await zendesk.control<{ tickets: object[] }>('GET', '/zendesk/tickets')).body.tickets.length;
		await zendesk.age(10_001);
		await zendesk.logIn();
		expect([(await job(body.job_status.id)).status, await count()]).toEqual(['working', 0]);
		await zendesk.age(10_001);
		await zendesk.logIn();
		const ended = await job(body.job_status.id);
		expect(ended).toMatchObject({ status: 'completed', progress: 2, results: [{ index: 0, id: 1001 }, { index: 1, id: 1002 }] });
		expect(ended.message).toMatch(/^Completed at \d{4}-/);
		expect(await count()).toBe(2);
	});

	test('create_many: a bad record fails alone, with its index', async () => {
		const ended = await done(await zendesk.api<JobAnswer>('POST', '/tickets/create_many', { tickets: [{ comment: { body: 'one' } }, { subject: 'no comment' }, { comment: { body: 'three' }, requester_id: 1 }] }));
		expect(ended.results).toMatchObject([{ index: 0, success: true }, { index: 1, error: 'RecordInvalid' }, { index: 2, error: 'RecordInvalid' }]);
		expect(ended.results?.[1].details).toContain('cannot be blank');
		expect(zendesk.events.map(({ summary }) => summary)).toContain('job "Bulk Create Ticket" completed: 1 of 3 went well');
	});

	test('update_many by ids: tags added and removed, missing and closed ones fail alone', async () => {
		const [first, second, closed] = await tickets(3);
		await zendesk.api('PUT', `/tickets/${closed}`, { ticket: { status: 'closed' } });
		const ended = await done(await zendesk.api<JobAnswer>('PUT', `/tickets/update_many?ids=${first},${second},${closed},999999`, { ticket: { additional_tags: ['c'], remove_tags: ['a'], priority: 'high' } }));
		expect(ended.results).toMatchObject([
			{ id: first, action: 'update', success: true, status: 'Updated' }, { id: second, success: true }, { id: closed, error: 'RecordInvalid' }, { id: 999999, error: 'RecordNotFound' },
		]);
		expect((await zendesk.truth(first)).ticket).toMatchObject({ tags: ['b', 'c'], priority: 'high' });
	});

	test('update_many in a batch is safe: who changed meanwhile fails with UpdateConflict', async () => {
		const [first, second] = await tickets(2);
		await zendesk.age(100);
		const answer = await zendesk.api<JobAnswer>('PUT', '/tickets/update_many', { tickets: [{ id: first, status: 'solved' }, { id: second, priority: 'low' }] });
		await zendesk.control('POST', `/agent/${first}/replies`, { text: 'in between' });
		const ended = await done(answer);
		expect(ended.results).toMatchObject([{ id: first, error: 'UpdateConflict' }, { id: second, success: true }]);
		expect((await zendesk.truth(first)).ticket.status).toBe('open');
	});

	test('a batch does not count as PUTs of tickets', async () => {
		await zendesk.control('POST', '/zendesk/limits', { updatesPerMinute: 1, updatesPerTicketPer10Min: 1 });
		const [id] = await tickets(1);
		const bulk = async () => (await done(await zendesk.api<JobAnswer>('PUT', `/tickets/update_many?ids=${id}`, { ticket: { additional_tags: [String(Math.random())] } }))).results?.[0].success;
		expect([await bulk(), await bulk()]).toEqual([true, true]);
	});

	test('async=true answers 202 with a job, and once for a key', async () => {
		const post = async () => await zendesk.api<JobAnswer>('POST', '/tickets?async=true', { ticket: { comment: { body: 'later' } } }, { 'idempotency-key': 'k-1' });
		const first = await post();
		const again = await post();
		expect([first.status, again.headers.get('x-idempotency-lookup'), again.body]).toEqual([202, 'hit', first.body]);
		expect((await done(first)).results).toMatchObject([{ id: 1001 }]);
	});

	test('merge: the sources are closed and tagged, their files and a private comment go to the target', async () => {
		const [target, source, closed] = await tickets(3);
		await zendesk.control('POST', `/agent/${source}/replies`, { text: 'with file', files: [{ fileName: 'a.txt', text: 'x' }] });
		await zendesk.api('PUT', `/tickets/${closed}`, { ticket: { status: 'closed' } });
		const ended = await done(await zendesk.api<JobAnswer>('POST', `/tickets/${target}/merge`, { ids: [source, closed, target], target_comment: 'In here now', source_comment: 'Went there', source_comment_is_public: true }));
		expect(ended.results?.map(({ id, success, error }) => [id, success ?? error])).toEqual([[source, true], [closed, 'RecordInvalid'], [target, 'RecordInvalid']]);
		const into = await zendesk.truth(target);
		expect(into.comments.at(-1)).toMatchObject({ body: 'In here now', public: false, attachments: [{ file_name: 'a.txt' }] });
		const from = await zendesk.truth(source);
		expect(from.ticket).toMatchObject({ status: 'closed', tags: ['a', 'b', 'closed_by_merge'] });
		expect(from.comments.at(-1)).toMatchObject({ body: 'Went there', public: true });
	});

	test('at most 30 are under way: TooManyJobs with their ids, and room again afterwards', async () => {
		const post = async () => await zendesk.api<JobAnswer & { error: string; current_job_ids: string[] }>('POST', '/users/create_many', { users: [{ name: 'Ada' }] });
		for (let turn = 0; turn < 29; turn++) await post();
		const last = await post();
		expect(last.headers.get('zendesk-ratelimit-inflight-jobs')).toBe('total=30; remaining=0; resets=60');
		const refused = await post();
		expect([refused.status, refused.body.error, refused.body.current_job_ids.length]).toEqual([429, 'TooManyJobs', 30]);
		await log();
		expect((await post()).status).toBe(200);
		const many = await zendesk.api<{ job_statuses: JobJson[] }>('GET', `/job_statuses/show_many?ids=${last.body.job_status.id},${refused.body.current_job_ids[0]},nope`);
		expect(many.body.job_statuses.map(({ status }) => status)).toEqual(['completed', 'completed']);
	});

	test('results are gone after a day', async () => {
		const { id } = await done(await zendesk.api<JobAnswer>('POST', '/users/create_many', { users: [{ name: 'Ada' }] }));
		await zendesk.age(24 * 3600 + 1);
		await zendesk.logIn();
		expect((await zendesk.api('GET', `/job_statuses/${id}`)).status).toBe(404);
	});

	test.each(['failed', 'killed'])('a job may end as %s, and has done nothing', async (jobEnd) => {
		await zendesk.control('POST', '/zendesk/settings', { jobEnd });
		const ended = await done(await zendesk.api<JobAnswer>('POST', '/tickets/create_many', { tickets: [{ comment: { body: 'x' } }] }));
		expect(ended).toMatchObject({ status: jobEnd, results: null, message: expect.any(String) });
		expect((await zendesk.control<{ tickets: object[] }>('GET', '/zendesk/tickets')).body.tickets).toEqual([]);
	});

	test('more than 100 records, or none, are refused at once', async () => {
		const users = Array.from({ length: 101 }, (_, index) => ({ name: `U${index}` }));
		for (const list of [users, []]) expect((await zendesk.api('POST', '/users/create_many', { users: list })).status).toBe(400);
		expect((await zendesk.api('PUT', '/tickets/update_many', {})).status).toBe(400);
	});

	test('users: created, updated, deleted; create_or_update_many only where imports are on', async () => {
		const users = [{ name: 'Ada', external_id: 'cust-1' }, { name: '' }];
		expect((await done(await zendesk.api<JobAnswer>('POST', '/users/create_many', { users }))).results).toMatchObject([{ index: 0, status: 'Created' }, { index: 1, error: 'RecordInvalid' }]);
		const upsert = async () => await zendesk.api<JobAnswer>('POST', '/users/create_or_update_many', { users: [{ name: 'Ada L.', external_id: 'cust-1' }, { name: 'Bob', external_id: 'cust-2' }] });
		expect((await upsert()).status).toBe(403);
		await zendesk.control('POST', '/zendesk/settings', { userImports: true });
		expect((await done(await upsert())).results).toMatchObject([{ index: 0, status: 'Updated' }, { index: 1, status: 'Created' }]);
		const find = async (id: string) => (await zendesk.api<{ users: UserJson[] }>('GET', `/users/search?external_id=${id}`)).body.users[0];
		const bob = await find('cust-2');
		const updated = await done(await zendesk.api<JobAnswer>('PUT', '/users/update_many', { users: [{ id: bob.id, name: 'Bobby' }, { external_id: 'cust-1', phone: '+12025550142' }, { id: 1, name: 'x' }] }));
		expect(updated.results).toMatchObject([{ id: bob.id, status: 'Updated' }, { status: 'Updated' }, { id: 1, error: 'RecordNotFound' }]);
		expect([(await find('cust-1')).phone, (await find('cust-2')).name]).toEqual(['+12025550142', 'Bobby']);
		const deleted = await done(await zendesk.api<JobAnswer>('DELETE', `/users/destroy_many?ids=${bob.id},1`));
		expect(deleted.results).toMatchObject([{ id: bob.id, status: 'Deleted' }, { id: 1, error: 'RecordNotFound' }]);
		expect(await find('cust-2')).toBeUndefined();
	});
});
