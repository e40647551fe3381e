import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { errorList, ZendeskError } from '../errors';
import { decidedBy, iso, queryOf } from '../http';
import { takeNamed } from '../limits';
import { presentTicket } from '../present';
import { RULES } from '../rules';
import type { ZendeskState } from '../state';
import type { Audit, Ticket } from '../types';

const MINUTE = 60;

const seconds = (ms: number): number => Math.floor(ms / 1000);

const VIA_NAMES = { api: 'Web service', web: 'Web form', email: 'Mail', rule: 'Rule' } as const;

/** Epoch seconds of `start_time`; 422 within the last minute. */
function startTime(request: FastifyRequest): number {
	const start = Number(queryOf(request).start_time ?? NaN);
	if (!Number.isInteger(start)) throw errorList(400, 'InvalidStartTime', 'start_time must be a Unix epoch time', RULES.startTime);
	if (start > seconds(Date.now()) - MINUTE) {
		throw new ZendeskError(
			422,
			{ error: 'StartTimeTooRecent', description: 'Too recent start_time. Use a start_time older than 1 minute' },
			RULES.startTime,
		);
	}
	return start;
}

/** At most `size`, stretched so that no second is cut in two: the next page starts at a whole second. */
function wholeSeconds<Item>(items: Item[], size: number, at: (item: Item) => number): Item[] {
	if (items.length <= size) return items;
	const end = at(items[size - 1]);
	return items.filter((item, index) => index < size || at(item) === end);
}

function childEvents(audit: Audit, withComments: boolean): object[] {
	return audit.events.map((event) => {
		const frame = { id: event.id, via: audit.via, via_reference_id: null, event_type: event.type };
		if (event.type !== 'Comment') {
			return { ...frame, [event.field_name]: event.value, ...(event.type === 'Change' ? { previous_value: event.previous_value } : {}) };
		}
		if (!withComments) return { ...frame, comment_present: true, comment_public: event.public };
		return { ...event, ...frame, audit_id: audit.id, attachments: [], created_at: iso(audit.created_at) };
	});
}

const presentEvent = (audit: Audit, withComments: boolean) => ({
	id: audit.id,
	ticket_id: audit.ticket_id,
	timestamp: seconds(audit.created_at),
	created_at: iso(audit.created_at),
	updater_id: audit.author_id,
	via: VIA_NAMES[audit.via.channel],
	system: audit.metadata.system,
	metadata: { custom: audit.metadata.custom },
	event_type: 'Audit',
	child_events: childEvents(audit, withComments),
});

const decodeCursor = (cursor: string): [number, number] | undefined => {
	const [time, id] = Buffer.from(cursor, 'base64url').toString('utf8').split('||').map(Number);
	return Number.isFinite(time) && Number.isFinite(id) ? [time, id] : undefined;
};

export function incrementalRoutes(app: FastifyInstance, state: ZendeskState): void {
	const pace = (request: FastifyRequest, reply: FastifyReply) => {
		const total = state.limits.incrementalPerMinute;
		takeNamed(state.windows, { name: 'incremental-exports', key: '', total, perMs: 60_000, rule: RULES.incrementalLimit, header: true }, reply);
		decidedBy(request, RULES.lastMinute);
	};
	const perPage = (request: FastifyRequest) => Math.min(1000, Math.max(1, Number(queryOf(request).per_page ?? 1000) || 1000));

	app.get('/incremental/ticket_events', async (request, reply) => {
		pace(request, reply);
		const start = startTime(request);
		const until = seconds(Date.now()) - MINUTE;
		const at = (audit: Audit) => seconds(audit.created_at);
		const all = [...state.audits.values()]
			.flat()
			.filter((audit) => at(audit) >= start && at(audit) < until)
			.sort((a, b) => a.created_at - b.created_at || a.id - b.id);
		const page = wholeSeconds(all, perPage(request), at);
		const more = page.length < all.length;
		const last = page.at(-1);
		// Onwards from the next second while there is more, else every page would begin with the one before.
		const end = last === undefined ? start : at(last) + (more ? 1 : 0);
		const withComments = queryOf(request).include?.includes('comment_events') === true;
		return {
			ticket_events: page.map((audit) => presentEvent(audit, withComments)),
			count: page.length,
			end_of_stream: !more,
			end_time: end,
			next_page: `${state.apiUrl}/incremental/ticket_events.json?start_time=${end}${withComments ? '&include=comment_events' : ''}`,
		};
	});

	app.get('/incremental/tickets/cursor', async (request, reply) => {
		pace(request, reply);
		const { cursor } = queryOf(request);
		const from = cursor === undefined ? ([startTime(request), 0] as const) : decodeCursor(cursor);
		if (from === undefined) throw errorList(400, 'InvalidCursor', 'the cursor is not valid', RULES.badShape);
		const until = seconds(Date.now()) - MINUTE;
		const at = (ticket: Ticket) => seconds(ticket.updated_at);
		const all = [...state.tickets.values()]
			.filter((ticket) => at(ticket) < until && (at(ticket) > from[0] || (at(ticket) === from[0] && ticket.id > from[1])))
			.sort((a, b) => at(a) - at(b) || a.id - b.id);
		const page = all.slice(0, perPage(request));
		const last = page.at(-1);
		const [time, id] = last === undefined ? from : [at(last), last.id];
		const after = Buffer.from(`${time}||${id}`).toString('base64url');
		return {
			tickets: page.map((ticket) => presentTicket(state, ticket)),
			after_cursor: after,
			after_url: `${state.apiUrl}/incremental/tickets/cursor.json?cursor=${after}`,
			before_cursor: null,
			before_url: null,
			end_of_stream: page.length === all.length,
		};
	});
}
