import { randomBytes } from 'node:crypto';
import type { Rule } from '../../control/types';
import type { Timers } from '../../core/timers';
import { moveBack } from '../tickets/ageing';
import type { ZendeskSettings } from '../controls/controlTypes';
import { ZendeskError } from '../errors';
import { RULES } from '../rules';
import type { Millis } from '../types';
import type { Job, JobResult } from './types';

/** As many may be queued or running in an account. */
export const MAX_JOBS = 30;

const RESULTS_KEPT = 24 * 60 * 60_000;

/** Zendesk's way to write the time in a job's message. */
const clock = (ms: Millis): string => `${new Date(ms).toISOString().slice(0, 19).replace('T', ' ')} +0000`;

const inFlight = ({ status }: Job): boolean => status === 'queued' || status === 'working';

/** The account's background jobs; each acts when its time to work is over. */
export class Jobs {
	private readonly jobs = new Map<string, Job>();

	constructor(
		private readonly timers: Timers,
		private readonly settings: () => ZendeskSettings,
		private readonly note: (summary: string, rule: Rule) => void,
	) {}

	/** Queued and running ones, oldest first. */
	current(): Job[] {
		return [...this.jobs.values()].filter(inFlight);
	}

	/** Those whose results are still kept, oldest first. */
	list(): Job[] {
		return [...this.jobs.values()].filter((job) => job.completed_at === null || job.completed_at > Date.now() - RESULTS_KEPT);
	}

	find(id: string): Job | undefined {
		return this.list().find((job) => job.id === id);
	}

	/** Queues a job of `total` records; 429 where 30 are under way. `act` runs once, later, and yields a row for each record. */
	queue(type: string, total: number, act: () => JobResult[]): Job {
		const current = this.current();
		if (current.length >= MAX_JOBS) {
			throw new ZendeskError(
				429,
				{ error: 'TooManyJobs', description: 'The limit of 30 queued or running jobs is reached', current_job_ids: current.map(({ id }) => id) },
				RULES.jobLimit,
				{ 'zendesk-ratelimit-inflight-jobs': `total=${MAX_JOBS}; remaining=0; resets=60`, 'retry-after': '60' },
			);
		}
		const job: Job = {
			id: `V3-${randomBytes(16).toString('hex')}`,
			job_type: type,
			status: 'queued',
			total,
			progress: null,
			message: null,
			results: null,
			created_at: Date.now(),
			completed_at: null,
		};
		this.jobs.set(job.id, job);
		const { jobQueuedMs, jobWorkMs } = this.settings();
		this.timers.after(jobQueuedMs, () => {
			Object.assign(job, { status: 'working', progress: 0 });
		});
		this.timers.after(jobQueuedMs + jobWorkMs, () => this.finish(job, act));
		return job;
	}

	age(ms: Millis): void {
		for (const job of this.jobs.values()) moveBack(job, ms);
	}

	clear(): void {
		this.jobs.clear();
	}

	private finish(job: Job, act: () => JobResult[]): void {
		const { jobEnd } = this.settings();
		job.status = jobEnd;
		job.completed_at = Date.now();
		if (jobEnd !== 'completed') {
			job.message = jobEnd === 'killed' ? `Killed at ${clock(job.completed_at)}` : 'The job could not be carried out';
			this.note(`job "${job.job_type}" ${jobEnd}`, RULES.jobFailed);
			return;
		}
		job.results = act();
		job.progress = job.total;
		job.message = `Completed at ${clock(job.completed_at)}`;
		const failed = job.results.filter(({ error }) => error !== undefined).length;
		this.note(`job "${job.job_type}" completed: ${job.total - failed} of ${job.total} went well`, RULES.jobQueued);
	}
}
