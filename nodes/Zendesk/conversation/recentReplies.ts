import { z } from '../../shared/schema';
import { objectBody, path, type Call } from '../../shared/transport/call';
import type { Door } from '../../shared/transport/door';

/** Zendesk's incremental ticket events: the only feed of comments over all tickets. It leaves out the last minute. */
const eventsShape = z.object({
	ticket_events: z.array(
		z
			.object({
				ticket_id: z.number(),
				child_events: z.array(z.object({ id: z.number(), event_type: z.string(), public: z.boolean().optional() }).passthrough()).default([]),
			})
			.passthrough(),
	),
	end_of_stream: z.boolean().default(true),
	end_time: z.number().nullish(),
});

const commentsShape = z
	.object({
		id: z.number(),
		public: z.boolean(),
		author_id: z.number(),
		html_body: z.string().nullish(),
		body: z.string().nullish(),
		created_at: z.string(),
		attachments: z.unknown(),
	})
	.passthrough();
export type ReplyComment = z.infer<typeof commentsShape>;

const peopleShape = z.array(z.object({ id: z.number(), role: z.string().optional(), name: z.string().nullish() }).passthrough());

/** Tickets with public comments since `startTime` (epoch seconds, a minute old at least), with those comments' ids. */
export async function publicCommentsSince(door: Door, startTime: number): Promise<Map<number, Set<number>>> {
	const found = new Map<number, Set<number>>();
	for (let from = startTime, more = true; more; ) {
		const call: Call = { method: 'GET', path: '/api/v2/incremental/ticket_events', query: { start_time: from, include: 'comment_events' } };
		const page = eventsShape.parse((await door.send(call, 'safe')).body);
		for (const { ticket_id, child_events } of page.ticket_events) {
			for (const child of child_events.filter(({ event_type, public: isPublic }) => event_type === 'Comment' && isPublic !== false)) {
				found.set(ticket_id, (found.get(ticket_id) ?? new Set()).add(child.id));
			}
		}
		more = !page.end_of_stream && typeof page.end_time === 'number' && page.end_time > from;
		from = page.end_time ?? from;
	}
	return found;
}

/** The newest 100 comments of a ticket that staff wrote in public, with who wrote them. */
export async function staffReplies(door: Door, ticketId: number): Promise<Array<ReplyComment & { authorName: string }>> {
	const call: Call = { method: 'GET', path: path`/api/v2/tickets/${ticketId}/comments`, query: { 'page[size]': 100, sort: '-created_at', include: 'users' } };
	const body = objectBody(await door.send(call, 'safe'));
	const people = new Map(peopleShape.parse(body.users ?? []).map((person) => [person.id, person]));
	return commentsShape
		.array()
		.parse(body.comments ?? [])
		.filter((comment) => comment.public && ['agent', 'admin'].includes(people.get(comment.author_id)?.role ?? ''))
		.map((comment) => ({ ...comment, authorName: people.get(comment.author_id)?.name ?? '' }));
}
