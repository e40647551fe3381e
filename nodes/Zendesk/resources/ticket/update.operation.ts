import type { IDataObject } from 'n8n-workflow';
import { callOperation, field } from '../../../shared/operation';
import { commentContent } from '../../commentContent';
import { ticketCalls, ticketIn } from '../../ticketCalls';
import { priorityField, publicField, statusField, ticketExtras, ticketIdField, typeField } from './ticketFields';

const fields = {
	ticketId: ticketIdField,
	comment: field.optionalText({ displayName: 'Comment', description: 'Added as plain text; leave empty to change fields only' }),
	public: publicField,
	more: field.extras({
		displayName: 'Fields to Change',
		placeholder: 'Add Field',
		fields: {
			...ticketExtras,
			assigneeId: field.optionalNumericId({ displayName: 'Assignee ID' }),
			authorId: field.optionalNumericId({ displayName: 'Comment Author ID', description: 'Who wrote the comment; the API user if not given' }),
			externalId: field.optionalId({ displayName: 'External ID' }),
			priority: priorityField,
			status: statusField,
			subject: field.optionalText({ displayName: 'Subject' }),
			type: typeField,
			updatedStamp: field.optionalId({ displayName: 'Updated Stamp', description: 'The updated_at you read: Zendesk refuses the change (conflict) if somebody changed the ticket since' }),
		},
	}),
};

/** Tags given here take the place of the ticket's: that is how Zendesk's update works. */
export const update = callOperation({
	name: 'Update',
	action: 'Update a ticket',
	description: 'Change fields of a ticket, add a comment, or both. Tags are replaced.',
	documentation: 'https://developer.zendesk.com/api-reference/ticketing/tickets/tickets/#update-ticket',
	fields,
	retry: 'onlyIfNothingHappened',
	request: ({ ticketId, comment, public: isPublic, more }) =>
		ticketCalls.update(ticketId, {
			comment: comment === undefined ? undefined : { ...commentContent(comment), public: isPublic, author_id: more.authorId },
			assignee_id: more.assigneeId,
			external_id: more.externalId,
			priority: more.priority,
			status: more.status,
			subject: more.subject,
			type: more.type,
			brand_id: more.brandId,
			group_id: more.groupId,
			tags: more.tags,
			ticket_form_id: more.ticketFormId,
			...(more.updatedStamp === undefined ? {} : { safe_update: true, updated_stamp: more.updatedStamp }),
		}),
	outcome: (answer) => ticketIn(answer) as IDataObject,
});
