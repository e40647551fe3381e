import type { Rule } from '../../control/types';

/** Bulk calls and the jobs they become. */
export const JOB_RULES = {
	jobQueued: { text: 'a bulk call is answered with a job_status; it is done later: queued, working, completed', certainty: 'documented' },
	jobLimit: { text: 'at most 30 jobs are queued or running: 429 TooManyJobs with current_job_ids beyond (the status is unconfirmed)', certainty: 'documented' },
	jobExpired: { text: "a job's results are gone after a day: 404", certainty: 'observed' },
	jobFailed: { text: 'a job that fails or is killed says so and has no results', certainty: 'unconfirmed' },
	bulkSize: { text: 'a bulk call takes at most 100 records: 400 beyond', certainty: 'documented' },
	asyncCreate: { text: 'POST /tickets?async=true answers 202 with a job_status', certainty: 'documented' },
	bulkSafe: { text: 'update_many always applies safe updates: a ticket changed since then fails with UpdateConflict', certainty: 'documented' },
	bulkTags: { text: 'update_many adds additional_tags and takes away remove_tags', certainty: 'documented' },
	importsOff: { text: 'create_or_update_many is 403 unless the vendor has switched on imports for the account', certainty: 'documented' },
	mergeCloses: { text: 'a merge closes the source tickets, tags them closed_by_merge and copies their files to the target', certainty: 'documented' },
	mergeRefused: { text: 'a merge into or of a closed ticket, or of a ticket into itself, fails in the job', certainty: 'unconfirmed' },
	mergePrivate: { text: 'the comments of a merge are private unless told otherwise, and always where a ticket is private', certainty: 'documented' },
} as const satisfies Record<string, Rule>;
