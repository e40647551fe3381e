import type { IDataObject } from 'n8n-workflow';
import { callOperation, field } from '../../../shared/operation';
import { z } from '../../../shared/schema';
import { objectBody, path } from '../../../shared/transport/call';
import { nextByCursor } from '../../cursorPaging';
import { filesOfComment } from '../../files/fileList';
import { ticketIdField } from './ticketFields';

const comments = z.array(z.object({ html_body: z.string().nullish(), attachments: z.unknown() }).passthrough());

export const listComments = callOperation({
	name: 'List Comments',
	action: 'List the comments of a ticket',
	description: 'Read all comments of a ticket, each as an item; its files stand under "files"',
	documentation: 'https://developer.zendesk.com/api-reference/ticketing/tickets/ticket_comments/#list-comments',
	calls: ['GET /api/v2/tickets/{ticket_id}/comments'],
	fields: {
		ticketId: ticketIdField,
		newestFirst: field.toggle({ displayName: 'Newest First', description: 'Whether the newest comment comes first', initial: false }),
	},
	retry: 'safe',
	request: ({ ticketId, newestFirst }) => ({
		method: 'GET',
		path: path`/api/v2/tickets/${ticketId}/comments`,
		query: { 'page[size]': 100, sort: newestFirst ? '-created_at' : 'created_at' },
	}),
	page: { next: nextByCursor },
	outcome: (answer) =>
		comments.parse(objectBody(answer).comments ?? []).map((comment) => ({ ...comment, files: filesOfComment(comment.attachments, comment.html_body).map((file) => ({ ...file })) })) as IDataObject[],
});
