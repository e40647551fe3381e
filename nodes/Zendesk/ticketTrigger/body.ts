import { BACKSLASH, oneLine } from './jsonSafe';

export type TicketTriggerEvent = 'agentReply' | 'statusChanged';

/** Marks a body as ours; a change of its shape gets another number. */
export const BODY_VERSION = 'n8n-ticket-trigger-1';

interface Told {
	event: TicketTriggerEvent;
	/** The one new status that the trigger's conditions let through; empty where there are several. Rendered statuses are translated, so none is sent. */
	status: string;
}

/** A JSON object of placeholders, written out by hand: `JSON.stringify` would escape the quotes inside a Liquid tag, which no receiver ever sees. */
export const objectOf = (entries: Record<string, string>): string => `${BACKSLASH}{\n${Object.entries(entries).map(([name, value]) => ` "${name}": ${value}`).join(',\n')}\n}`;

export const quoted = (value: string): string => `"${value}"`;

/** The body that our Zendesk triggers send to n8n: ids only. Words of people are fetched by the node behind. */
export const ticketTriggerBody = ({ event, status }: Told): string =>
	objectOf({
		version: quoted(BODY_VERSION),
		event: quoted(event),
		status: quoted(status),
		ticket_id: quoted('{{ticket.id}}'),
		external_id: quoted(oneLine('ticket.external_id')),
		requester_id: quoted('{{ticket.requester.id}}'),
		comment_id: quoted('{{ticket.latest_public_comment.id}}'),
		author_id: quoted('{{ticket.latest_public_comment.author.id}}'),
		current_user_id: quoted('{{current_user.id}}'),
		updated_at: quoted('{{ticket.updated_at_with_timestamp}}'),
	});
