import type { FastifyInstance, FastifyRequest } from 'fastify';
import { recordInvalid } from '../errors';
import { spendUploads } from '../files/onComment';
import { decidedBy, integerId, queryOf } from '../http';
import { pageOf } from '../paging';
import { presentComment, sideLoadedUsers } from '../present';
import { standingUser } from './requester';
import { collapseNewlines, stripHtml, toPlainText, toRichText, wrapComment } from './richText';
import { RULES } from '../rules';
import type { ZendeskState } from '../state';
import type { CommentInput } from './ticketInput';
import type { Audit, CommentEvent, NewComment } from '../types';

const MAX_COMMENTS = 5000;

/** Bytes of a comment's text, as sent. */
const MAX_BYTES = 65_535;

export interface CommentDefaults {
	public: boolean;
	author_id: number;
}

/** A sent comment as it will be kept; undefined where it is blank. */
export function newComment(
	state: ZendeskState,
	request: FastifyRequest,
	input: CommentInput,
	defaults: CommentDefaults,
): NewComment | undefined {
	if (Buffer.byteLength(input.html_body ?? input.body ?? '', 'utf8') > MAX_BYTES) {
		throw recordInvalid({ base: [{ description: `Description: is too long (maximum is ${MAX_BYTES} bytes)`, error: 'ValueTooLong' }] }, RULES.commentLong);
	}
	const rich = input.html_body ? collapseNewlines(input.html_body) : undefined;
	const plain = rich === undefined ? stripHtml(input.body ?? '') : toPlainText(rich);
	// A picture inside the text is text enough.
	if (plain.trim() === '' && !/<img\b/i.test(rich ?? '')) return undefined;
	if (rich !== undefined) decidedBy(request, input.body ? RULES.htmlWins : RULES.htmlCollapsed);
	else if (plain !== input.body) decidedBy(request, RULES.bodyStripped);
	else if (input.public === undefined) decidedBy(request, RULES.publicInherited);
	else if (!input.author_id) decidedBy(request, RULES.authorDefault);
	const author = input.author_id ? standingUser(state, input.author_id, 'Author').id : defaults.author_id;
	const html = rich ?? toRichText(plain);
	return {
		author_id: author,
		public: input.public ?? defaults.public,
		body: plain,
		html_body: wrapComment(html),
		attachments: spendUploads(state, request, input.uploads ?? [], html),
	};
}

/** 422 on a ticket that is full. */
export function roomForComment(state: ZendeskState, ticketId: number): void {
	if (state.comments(ticketId).length < MAX_COMMENTS) return;
	throw recordInvalid(
		{ base: [{ description: 'Comments: limit of 5000 comments per ticket reached', error: 'TooManyComments' }] },
		RULES.commentLimit,
	);
}

export function commentRoutes(app: FastifyInstance, state: ZendeskState): void {
	app.get('/tickets/:id/comments', async (request) => {
		const ticket = state.ticket(integerId(request));
		const { items, frame } = pageOf(request, state.comments(ticket.id), {
			baseUrl: state.world.options.baseUrl,
			id: ({ comment }: { audit: Audit; comment: CommentEvent }) => comment.id,
			sortBy: { created_at: ({ audit }) => audit.created_at },
		});
		const inline = queryOf(request).include_inline_images === 'true';
		if (!inline) decidedBy(request, RULES.inlineHidden);
		const comments = items.map(({ audit, comment }) => presentComment(state, audit, comment, inline));
		const users = sideLoadedUsers(state, comments.map(({ author_id: author }) => author));
		return { comments, ...(queryOf(request).include?.includes('users') ? { users } : {}), ...frame };
	});
	app.get('/tickets/:id/comments/count', async (request) => {
		const ticket = state.ticket(integerId(request));
		return { count: { value: state.comments(ticket.id).length, refreshed_at: new Date().toISOString() } };
	});
}
