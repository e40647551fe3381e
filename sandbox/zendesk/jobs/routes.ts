import type { FastifyInstance } from 'fastify';
import { recordNotFound } from '../errors';
import { decidedBy, listOf, queryOf } from '../http';
import { pageOf } from '../paging';
import { RULES } from '../rules';
import type { ZendeskState } from '../state';
import { presentJob } from './present';
import type { Job } from './types';

/** What became of the bulk calls. */
export function jobStatusRoutes(app: FastifyInstance, state: ZendeskState): void {
	app.get('/job_statuses', async (request) => {
		const { items, frame } = pageOf(request, state.jobs.list(), {
			baseUrl: state.world.options.baseUrl,
			id: ({ id }: Job) => id,
			sortBy: { created_at: ({ created_at: at }: Job) => at },
		});
		return { job_statuses: items.map((job) => presentJob(state, job)), ...frame };
	});

	app.get('/job_statuses/show_many', async (request) => {
		const jobs = listOf(queryOf(request).ids).flatMap((id) => state.jobs.find(id) ?? []);
		return { job_statuses: jobs.map((job) => presentJob(state, job)), next_page: null, previous_page: null, count: jobs.length };
	});

	app.get('/job_statuses/:id', async (request) => {
		const { id } = request.params as { id: string };
		const job = state.jobs.find(id);
		if (job === undefined) {
			decidedBy(request, RULES.jobExpired);
			throw recordNotFound();
		}
		if (job.status === 'failed' || job.status === 'killed') decidedBy(request, RULES.jobFailed);
		return { job_status: presentJob(state, job) };
	});
}
