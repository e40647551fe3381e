import { field } from '../../../shared/operation';
import { optionalPickedId } from '../../pickFields';

export const priorityField = field.choice({
	displayName: 'Priority',
	options: [
		{ name: 'High', value: 'high' },
		{ name: 'Low', value: 'low' },
		{ name: 'Normal', value: 'normal' },
		{ name: 'Urgent', value: 'urgent' },
	],
	initial: 'normal',
});

export const typeField = field.choice({
	displayName: 'Type',
	options: [
		{ name: 'Incident', value: 'incident' },
		{ name: 'Problem', value: 'problem' },
		{ name: 'Question', value: 'question' },
		{ name: 'Task', value: 'task' },
	],
	initial: 'problem',
});

export const statusField = field.choice({
	displayName: 'Status',
	options: [
		{ name: 'Closed', value: 'closed' },
		{ name: 'New', value: 'new' },
		{ name: 'On-Hold', value: 'hold' },
		{ name: 'Open', value: 'open' },
		{ name: 'Pending', value: 'pending' },
		{ name: 'Solved', value: 'solved' },
	],
	initial: 'open',
});

/** Fields that any new ticket may carry. */
export const ticketExtras = {
	brandId: optionalPickedId({ displayName: 'Brand', search: 'searchBrands' }),
	groupId: optionalPickedId({ displayName: 'Group', search: 'searchGroups', description: 'The agents who get the ticket' }),
	tags: field.textList({ displayName: 'Tags', description: 'Comma-separated' }),
	ticketFormId: optionalPickedId({ displayName: 'Ticket Form', search: 'searchTicketForms' }),
};

export const ticketIdField = field.numericId({ displayName: 'Ticket ID', placeholder: '35436' });

export const publicField = field.toggle({
	displayName: 'Public',
	description: 'Whether the requester sees the comment. Always sent, since Zendesk otherwise repeats what the comment before was.',
	initial: true,
});

/** Agent who works on the ticket. */
export const assigneeField = optionalPickedId({ displayName: 'Assignee', search: 'searchAgents', description: 'The agent who works on the ticket' });

/** Zendesk's own custom fields, by the names that they have there. */
export const customFieldsField = field.mapping({
	displayName: 'Custom Fields',
	description: 'The custom ticket fields of your Zendesk',
	method: 'getTicketFields',
	words: { singular: 'field', plural: 'fields' },
});

/** For calls that Zendesk refuses (409) where somebody changed the ticket since it was read. */
export const updatedStampField = field.optionalId({
	displayName: 'Updated Stamp',
	description: 'The updated_at you read: Zendesk refuses the change (conflict) if somebody changed the ticket since',
});

export const authorField = field.optionalNumericId({ displayName: 'Comment Author ID', description: 'Who wrote the comment; the API user if not given' });
