import type { IDataObject } from 'n8n-workflow';
import { field, storyOperation } from '../../../shared/operation';
import { commentContent } from '../../commentContent';
import { ticketCalls, ticketIn } from '../../ticketCalls';
import { priorityField, publicField, statusField, ticketExtras, typeField } from './ticketFields';

const fields = {
	subject: field.requiredText({ displayName: 'Subject' }),
	comment: field.requiredText({ displayName: 'Comment', description: 'The first comment, as plain text' }),
	requesterId: field.numericId({ displayName: 'Requester ID', description: 'The Zendesk user who asks; User: Resolve finds or makes it' }),
	public: publicField,
	more: field.extras({
		displayName: 'Additional Fields',
		placeholder: 'Add Field',
		fields: {
			...ticketExtras,
			authorId: field.optionalNumericId({ displayName: 'Comment Author ID', description: 'Who wrote the first comment; the API user if not given' }),
			externalId: field.optionalId({ displayName: 'External ID', description: 'Your own id of the ticket; Zendesk does not check that it is unique' }),
			idempotencyKey: field.optionalId({ displayName: 'Idempotency Key', description: 'With it Zendesk makes one ticket however often this is sent within two hours, so a lost answer is no danger' }),
			priority: priorityField,
			status: statusField,
			type: typeField,
		},
	}),
};

export const create = storyOperation({
	name: 'Create',
	action: 'Create a ticket',
	description: 'Open a ticket for a user',
	documentation: 'https://developer.zendesk.com/api-reference/ticketing/tickets/tickets/#create-ticket',
	fields,
	retry: 'withKey',
	async story({ subject, comment, requesterId, public: isPublic, more }, door) {
		const ticket = {
			subject,
			requester_id: requesterId,
			comment: { ...commentContent(comment), public: isPublic, author_id: more.authorId },
			external_id: more.externalId,
			priority: more.priority,
			status: more.status,
			type: more.type,
			brand_id: more.brandId,
			group_id: more.groupId,
			tags: more.tags,
			ticket_form_id: more.ticketFormId,
		};
		const retry = more.idempotencyKey === undefined ? 'onlyIfNothingHappened' : 'withKey';
		const answer = await door.send(ticketCalls.create(ticket, more.idempotencyKey), retry);
		return { ...ticketIn(answer), repeated: answer.headers['x-idempotency-lookup'] === 'hit' } as IDataObject;
	},
});
