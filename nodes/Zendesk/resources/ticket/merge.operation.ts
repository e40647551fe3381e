import { callOperation, field } from '../../../shared/operation';
import { path } from '../../../shared/transport/call';
import { NAME } from '../../api';
import { jobIn, jobPolling } from '../../jobs/job';
import { rowFailed, rowFailure, rowsOf } from '../../jobs/jobResults';

const fields = {
	ticketId: field.numericId({ displayName: 'Target Ticket ID', description: 'The ticket that stays', placeholder: '35436' }),
	ids: field.textList({ displayName: 'Source Ticket IDs', description: 'Comma-separated; these tickets are closed' }),
	targetComment: field.optionalText({ displayName: 'Target Comment', description: 'Added to the ticket that stays' }),
	targetPublic: field.toggle({ displayName: 'Target Comment Public', description: 'Whether the requester sees it. Zendesk keeps it private where one of the tickets is.', initial: false }),
	sourceComment: field.optionalText({ displayName: 'Source Comment', description: 'Added to each ticket that is closed' }),
	sourcePublic: field.toggle({ displayName: 'Source Comment Public', description: 'Whether the requesters see it', initial: false }),
};

const isId = (id: string): boolean => /^\d{1,16}$/.test(id);

export const merge = callOperation({
	name: 'Merge',
	action: 'Merge tickets into one',
	description: 'Move tickets into another one and close them, which cannot be undone; waits for the job',
	documentation: 'https://developer.zendesk.com/api-reference/ticketing/tickets/tickets/#merge-tickets-into-target-ticket',
	calls: ['POST /api/v2/tickets/{ticket_id}/merge', 'GET /api/v2/job_statuses/{job_status_id}'],
	dangerous: 'deletes',
	fields,
	check: ({ ids, ticketId }) => {
		if (ids.length === 0 || !ids.every(isId)) return { displayName: 'Source Ticket IDs', message: 'must be one or more ids, separated by commas' };
		return ids.includes(String(ticketId)) ? { displayName: 'Source Ticket IDs', message: 'holds the target ticket itself' } : undefined;
	},
	retry: 'onlyIfNothingHappened',
	request: ({ ticketId, ids, targetComment, targetPublic, sourceComment, sourcePublic }) => ({
		method: 'POST',
		path: path`/api/v2/tickets/${ticketId}/merge`,
		body: {
			ids: ids.map(Number),
			target_comment: targetComment,
			target_comment_is_public: targetPublic,
			source_comment: sourceComment,
			source_comment_is_public: sourcePublic,
		},
	}),
	poll: jobPolling,
	classify: (answer) => {
		const job = jobIn(answer);
		const bad = rowsOf(job).find(rowFailed);
		if (bad) return rowFailure(bad);
		return job.status === 'completed' ? undefined : { class: 'unknownOutcome', vendor: NAME, message: `Zendesk ended the merge as "${job.status}"${job.message ? `: ${job.message}` : ''}`, fix: 'Look at the tickets in Zendesk before you merge them again.' };
	},
	outcome: (answer, { ticketId, ids }) => ({ id: ticketId, merged: ids.map(Number), jobId: jobIn(answer).id }),
});
