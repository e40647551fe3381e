import type { Millis } from '../types';

/** One row of a job's results. A failed row has `error`, and `index` or `id` tells whose it is. */
export interface JobResult {
	index?: number;
	id?: number;
	action?: string;
	success?: boolean;
	status?: string;
	error?: string;
	details?: unknown;
}

export interface Job {
	id: string;
	job_type: string;
	status: 'queued' | 'working' | 'completed' | 'failed' | 'killed';
	total: number;
	progress: number | null;
	message: string | null;
	results: JobResult[] | null;
	created_at: Millis;
	completed_at: Millis | null;
}
