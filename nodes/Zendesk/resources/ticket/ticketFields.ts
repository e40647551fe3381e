import { field } from '../../../shared/operation';

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
	brandId: field.optionalNumericId({ displayName: 'Brand ID' }),
	groupId: field.optionalNumericId({ displayName: 'Group ID', description: 'The agents who get the ticket' }),
	tags: field.textList({ displayName: 'Tags', description: 'Comma-separated' }),
	ticketFormId: field.optionalNumericId({ displayName: 'Ticket Form ID' }),
};

export const ticketIdField = field.numericId({ displayName: 'Ticket ID', placeholder: '35436' });

export const publicField = field.toggle({
	displayName: 'Public',
	description: 'Whether the requester sees the comment. Always sent, since Zendesk otherwise repeats what the comment before was.',
	initial: true,
});
