import { batchOperation, field } from '../../../shared/operation';
import { jobIn, jobPolling } from '../../jobs/job';
import { outcomesOf } from '../../jobs/jobResults';
import { newTicketExtras, newTicketFields, newTicketOf } from './ticketBody';

/** Zendesk's limit of tickets a job. */
const MOST = 100;

export const createMany = batchOperation({
	name: 'Create Many',
	action: 'Create many tickets',
	description: 'Open a ticket for each item, 100 in one job, and wait for the job; every item gets its own result. Zendesk has no idempotency key here.',
	documentation: 'https://developer.zendesk.com/api-reference/ticketing/tickets/tickets/#create-many-tickets',
	calls: ['POST /api/v2/tickets/create_many', 'GET /api/v2/job_statuses/{job_status_id}'],
	// An account may have 30 jobs at once, of all its integrations.
	parallel: 2,
	fields: { ...newTicketFields, more: field.extras({ displayName: 'Additional Fields', placeholder: 'Add Field', fields: newTicketExtras }) },
	retry: 'onlyIfNothingHappened',
	batch: { size: MOST },
	request: (inputs) => ({ method: 'POST', path: '/api/v2/tickets/create_many', body: { tickets: inputs.map((input) => newTicketOf(input, input.more)) } }),
	poll: jobPolling,
	outcomes: (answer, inputs) => outcomesOf(jobIn(answer), inputs, (row, _, index) => row.index === index, 'created'),
});
