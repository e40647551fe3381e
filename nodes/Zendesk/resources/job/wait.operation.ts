import { sleep } from 'n8n-workflow';
import { field, storyOperation } from '../../../shared/operation';
import { FailureError } from '../../../shared/transport/failure';
import { NAME } from '../../api';
import { getJob, hasEnded, jobIn } from '../../jobs/job';
import { jobIdField, toldJob } from './jobFields';

const EVERY_MS = 2_000;

export const wait = storyOperation({
	name: 'Wait',
	action: 'Wait for a job to end',
	description: 'Ask for a job until it has ended. A job that failed in part is a result: its failed rows stand under "failures".',
	documentation: 'https://developer.zendesk.com/api-reference/ticketing/ticket-management/job_statuses/#show-job-status',
	calls: ['GET /api/v2/job_statuses/{job_status_id}'],
	fields: {
		jobId: jobIdField,
		longest: field.wholeNumber({ displayName: 'Longest Wait (Minutes)', description: 'After that the item fails; the job goes on in Zendesk', initial: 10, min: 1, max: 1440 }),
	},
	retry: 'safe',
	async story({ jobId, longest }, door) {
		for (let waited = 0; ; waited += EVERY_MS) {
			const job = jobIn(await door.send(getJob(jobId), 'safe'));
			if (hasEnded(job)) return toldJob(job);
			if (waited >= longest * 60_000) {
				throw new FailureError({
					class: 'unavailable',
					vendor: NAME,
					message: `Zendesk's job ${jobId} is still "${job.status}" after ${longest} minutes`,
					fix: 'Raise "Longest Wait", or ask again later with Job: Get; nothing is lost.',
				});
			}
			await sleep(EVERY_MS);
		}
	},
});
