import { path, objectBody, type Answer, type Call } from '../../shared/transport/call';
import type { Polling } from '../../shared/operation/operation';
import { jobShape, type Job } from '../shapes';

export const getJob = (id: string): Call => ({ method: 'GET', path: path`/api/v2/job_statuses/${id}` });

export const jobIn = (answer: Answer): Job => jobShape.parse(objectBody(answer).job_status);

/** `killed` is not in Zendesk's list of states, but has been seen. */
export const hasEnded = ({ status }: Job): boolean => ['completed', 'failed', 'killed'].includes(status);

/** Waits for the end of the job that an answer began; 100 tickets take some seconds, a busy queue minutes. */
export const jobPolling: Polling = {
	ask: (answer) => getJob(jobIn(answer).id),
	isDone: (answer) => hasEnded(jobIn(answer)),
	everyMs: 2_000,
	longestMs: 10 * 60_000,
};
