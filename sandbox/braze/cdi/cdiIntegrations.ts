import type { FastifyInstance } from 'fastify';
import { Refusal } from '../errors';
import { cursorPage, noBody, route } from '../route';
import { documented, unconfirmed } from '../rules';
import type { BrazeState } from '../state';
import { APP_GROUP_ID, type Integration, type SyncJob } from './cdiState';

const PAGE_SIZE = 10;

/** How long a sync runs, ms. */
const SYNC_MS = 5 * 60_000;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const iso = (ms: number | undefined): string | null => (ms === undefined ? null : new Date(ms).toISOString());

function requireIntegration(state: BrazeState, id: string): Integration {
	if (!UUID.test(id)) throw new Refusal(400, 'Invalid integration ID', documented('an id that is none: 400'));
	const integration = state.data.cdi.find(id);
	if (integration === undefined) throw new Refusal(404, 'Integration not found', documented('no such integration: 404'));
	return integration;
}

const invalidCursor = () => new Refusal(400, 'Invalid cursor', documented('a cursor that is none: 400'));

const shownJob = (job: SyncJob) => ({
	job_status: job.status,
	sync_start_time: iso(job.startedAt),
	sync_finish_time: iso(job.finishedAt),
	last_timestamp_synced: iso(job.lastTimestampSynced),
	rows_synced: job.rowsSynced,
	rows_failed_with_errors: job.rowsFailed,
});

function shown({ id, name, type, warehouse, jobs: [last] }: Integration) {
	return {
		integration_id: id,
		app_group_id: APP_GROUP_ID,
		integration_name: name,
		integration_type: type,
		integration_status: 'Active',
		contact_emails: 'data@example.com',
		last_updated_at: iso(last?.lastTimestampSynced),
		warehouse_type: warehouse,
		last_job_start_time: iso(last?.startedAt),
		last_job_status: last?.status ?? null,
		next_scheduled_run: iso(Date.now() + 3_600_000),
	};
}

function list(app: FastifyInstance, state: BrazeState): void {
	route(app, state, {
		method: 'GET',
		path: '/cdi/integrations',
		permission: 'cdi.integration_list',
		pools: ['cdi/integrations'],
		body: noBody,
		answer: ({ query, request }) => {
			const paged = cursorPage(state.data.cdi.integrations, '/cdi/integrations', query.one('cursor'), PAGE_SIZE);
			if (paged === undefined) throw invalidCursor();
			request.notes.rule = documented(`${PAGE_SIZE} integrations a page; the Link header names the next one`);
			return { status: 200, headers: paged.headers, body: { results: paged.page.map(shown), message: 'success' } };
		},
	});
}

/** Starts a sync: it runs while the world is young, and has ended when it has aged by five minutes. */
function sync(app: FastifyInstance, state: BrazeState): void {
	route(app, state, {
		method: 'POST',
		path: '/cdi/integrations/:id/sync',
		permission: 'cdi.integration_sync',
		pools: ['cdi sync'],
		body: noBody,
		answer: ({ params, request }) => {
			const { jobs, name } = requireIntegration(state, params.id);
			if (jobs[0]?.status === 'Running') throw new Refusal(429, 'Another job is in progress', documented('one sync at a time; a 429 that is no rate limit'));
			const now = Date.now();
			const job: SyncJob = { status: 'Running', startedAt: now, lastTimestampSynced: now, rowsSynced: 0, rowsFailed: 0 };
			jobs.unshift(job);
			state.world.timers.after(SYNC_MS, () => {
				Object.assign(job, { status: 'Success', finishedAt: Date.now(), rowsSynced: 42 });
				state.world.events.add({ vendor: 'braze', kind: 'note', summary: `cloud data ingestion: “${name}” synced` });
			});
			request.notes.rule = documented('202: the sync runs');
			return { status: 202, body: { message: 'success' } };
		},
	});
}

function jobSyncStatus(app: FastifyInstance, state: BrazeState): void {
	route(app, state, {
		method: 'GET',
		path: '/cdi/integrations/:id/job_sync_status',
		permission: 'cdi.integration_job_status',
		pools: ['cdi job_sync_status'],
		body: noBody,
		answer: ({ params, query, request }) => {
			const { id, jobs } = requireIntegration(state, params.id);
			const paged = cursorPage(jobs, `/cdi/integrations/${id}/job_sync_status`, query.one('cursor'), PAGE_SIZE);
			if (paged === undefined) throw invalidCursor();
			request.notes.rule = unconfirmed(`${PAGE_SIZE} syncs a page by the Link header (documented); newest first is not`);
			return { status: 200, headers: paged.headers, body: { results: paged.page.map(shownJob), message: 'success' } };
		},
	});
}

export function cdiIntegrations(app: FastifyInstance, state: BrazeState): void {
	list(app, state);
	sync(app, state);
	jobSyncStatus(app, state);
}
