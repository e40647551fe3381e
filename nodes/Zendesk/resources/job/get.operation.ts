import { callOperation } from '../../../shared/operation';
import { getJob, jobIn } from '../../jobs/job';
import { jobIdField, toldJob } from './jobFields';

export const get = callOperation({
	name: 'Get',
	action: 'Get a job',
	description: 'Read how far a job is, and which of its rows have failed',
	documentation: 'https://developer.zendesk.com/api-reference/ticketing/ticket-management/job_statuses/#show-job-status',
	calls: ['GET /api/v2/job_statuses/{job_status_id}'],
	fields: { jobId: jobIdField },
	retry: 'safe',
	request: ({ jobId }) => getJob(jobId),
	outcome: (answer) => toldJob(jobIn(answer)),
});
