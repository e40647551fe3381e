import { callOperation, field } from '../../../shared/operation';
import { z } from '../../../shared/schema';
import { objectBody, path } from '../../../shared/transport/call';
import { ticketIdField, updatedStampField } from './ticketFields';

const fields = {
	ticketId: ticketIdField,
	tags: field.textList({ displayName: 'Tags', description: 'Comma-separated' }),
	updatedStamp: updatedStampField,
};

const tags = z.array(z.string());

interface Kind {
	name: string;
	action: string;
	description: string;
	method: 'PUT' | 'POST' | 'DELETE';
	anchor: string;
	/** Whether no tag at all makes sense. */
	mayBeNone: boolean;
}

/** Zendesk's three ways to change tags differ in nothing but the method. None of them works on a closed ticket. */
export const tagOperation = ({ name, action, description, method, anchor, mayBeNone }: Kind) =>
	callOperation({
		name,
		action,
		description,
		documentation: `https://developer.zendesk.com/api-reference/ticketing/ticket-management/tags/#${anchor}`,
		calls: [`${method} /api/v2/tickets/{ticket_id}/tags`],
		fields,
		check: (input) => (input.tags.length === 0 && !mayBeNone ? { displayName: 'Tags', message: 'is missing' } : undefined),
		retry: 'safe',
		request: ({ ticketId, tags: wanted, updatedStamp }) => ({
			method,
			path: path`/api/v2/tickets/${ticketId}/tags`,
			body: { tags: wanted, ...(updatedStamp === undefined ? {} : { updated_stamp: updatedStamp, safe_update: 'true' }) },
		}),
		outcome: (answer, { ticketId }) => ({ id: ticketId, tags: tags.parse(objectBody(answer).tags ?? []) }),
	});
