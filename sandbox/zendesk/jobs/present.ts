import type { FastifyReply } from 'fastify';
import type { ZendeskState } from '../state';
import { MAX_JOBS } from './jobs';
import type { Job } from './types';

export const presentJob = (state: ZendeskState, job: Job) => ({
	id: job.id,
	job_type: job.job_type,
	url: `${state.apiUrl}/job_statuses/${job.id}.json`,
	total: job.total,
	progress: job.progress,
	status: job.status,
	message: job.message,
	results: job.results,
});

/** The answer of every bulk call, with the header that tells how many jobs may still be queued. */
export function jobAnswer(state: ZendeskState, reply: FastifyReply, job: Job) {
	void reply.header('zendesk-ratelimit-inflight-jobs', `total=${MAX_JOBS}; remaining=${MAX_JOBS - state.jobs.current().length}; resets=60`);
	return { job_status: presentJob(state, job) };
}
