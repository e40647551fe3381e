import type { ZendeskState } from '../state';
import type { Audit, CommentEvent, FieldEvent, Ticket, User } from '../types';

/** One creation or update of a ticket, as triggers see it: with everything that earlier triggers changed. */
export interface Moment {
	state: ZendeskState;
	ticket: Ticket;
	audit: Audit;
	created: boolean;
	/** Who made the update; undefined for what is no user (an automation). */
	actor: User | undefined;
}

/** The comment of this update. */
export const commentOf = ({ audit }: Moment): CommentEvent | undefined =>
	audit.events.find((event): event is CommentEvent => event.type === 'Comment');

/** The last change of a field in this update; a new ticket's values count as changed from nothing. */
export const changeOf = ({ audit }: Moment, field: string): FieldEvent | undefined =>
	audit.events.findLast((event): event is FieldEvent => event.type !== 'Comment' && event.field_name === field);
