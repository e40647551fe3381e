import { batchOperation, field } from '../../../shared/operation';
import { jobIn, jobPolling } from '../../jobs/job';
import { outcomesOf } from '../../jobs/jobResults';
import { changeExtras, changeFields, changesOf } from './ticketBody';

/** Zendesk's limit of tickets a job. */
const MOST = 100;

const fields = {
	...changeFields,
	more: field.extras({
		displayName: 'Fields to Change',
		placeholder: 'Add Field',
		fields: {
			...changeExtras,
			additionalTags: field.textList({ displayName: 'Tags to Add', description: 'Comma-separated; the ticket keeps its others' }),
			removeTags: field.textList({ displayName: 'Tags to Remove', description: 'Comma-separated; the ticket keeps its others' }),
		},
	}),
};

export const updateMany = batchOperation({
	name: 'Update Many',
	action: 'Update many tickets',
	description: 'Change one ticket an item, 100 in one job, and wait for the job; every item gets its own result. Zendesk always makes these safe updates.',
	documentation: 'https://developer.zendesk.com/api-reference/ticketing/tickets/tickets/#update-many-tickets',
	calls: ['PUT /api/v2/tickets/update_many', 'GET /api/v2/job_statuses/{job_status_id}'],
	parallel: 2,
	fields,
	retry: 'onlyIfNothingHappened',
	// Rows are told apart by the ticket's id alone, so a ticket stands in a job once; its second change goes into the next.
	batch: { size: MOST, alone: ({ ticketId }) => String(ticketId) },
	request: (inputs) => ({
		method: 'PUT',
		path: '/api/v2/tickets/update_many',
		body: {
			tickets: inputs.map((input) => ({
				id: input.ticketId,
				...changesOf(input, input.more),
				additional_tags: input.more.additionalTags,
				remove_tags: input.more.removeTags,
			})),
		},
	}),
	poll: jobPolling,
	outcomes: (answer, inputs) => outcomesOf(jobIn(answer), inputs, (row, { ticketId }) => row.id === String(ticketId), 'updated'),
});
