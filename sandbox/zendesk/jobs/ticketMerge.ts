import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { changeTicket } from '../tickets/changes';
import { recordInvalid } from '../errors';
import { bodyOf, decidedBy, integerId } from '../http';
import { toRichText, wrapComment } from '../tickets/richText';
import { RULES } from '../rules';
import type { ZendeskState } from '../state';
import { API_VIA } from '../tickets/ticketCreate';
import type { NewComment, Ticket } from '../types';
import { jobAnswer } from './present';
import { checkSize, rowsOf } from './rows';

const body = z.object({
	ids: z.array(z.coerce.number().int()),
	target_comment: z.string().optional(),
	source_comment: z.string().optional(),
	target_comment_is_public: z.boolean().optional(),
	source_comment_is_public: z.boolean().optional(),
});

type MergeInput = z.output<typeof body>;

const isPublic = (state: ZendeskState, ticket: Ticket): boolean => state.comments(ticket.id).some(({ comment }) => comment.public);

function mergeOne(state: ZendeskState, request: FastifyRequest, source: Ticket, target: Ticket, input: MergeInput): void {
	const refused = source.id === target.id ? 'a ticket cannot be merged into itself' : [source, target].some(({ status }) => status === 'closed') ? 'a closed ticket cannot be merged' : undefined;
	if (refused !== undefined) throw recordInvalid({ base: [{ description: `Merge: ${refused}` }] }, RULES.mergeRefused);
	const open = isPublic(state, source) && isPublic(state, target);
	const files = state.comments(source.id).flatMap(({ comment }) => comment.attachments);
	const comment = (text: string, wanted: boolean | undefined, attachments: number[]): NewComment => ({
		author_id: request.actor.id,
		public: open && wanted === true,
		body: text,
		html_body: wrapComment(toRichText(text)),
		attachments,
	});
	const act = { actor: request.actor, via: { ...API_VIA, source: { from: {}, to: {}, rel: 'merge' } } };
	const toTarget = input.target_comment ?? `Ticket ${source.id} was merged into this one.`;
	const toSource = input.source_comment ?? `This ticket was merged into ticket ${target.id}.`;
	changeTicket(state, act, target, {}, comment(toTarget, input.target_comment_is_public, files));
	const tags = [...new Set([...source.tags, 'closed_by_merge'])];
	changeTicket(state, act, source, { status: 'closed', tags }, comment(toSource, input.source_comment_is_public, []));
}

/** `POST /tickets/{id}/merge`: the tickets of `ids` go into this one. */
export function ticketMergeRoutes(app: FastifyInstance, state: ZendeskState): void {
	app.post('/tickets/:id/merge', async (request, reply) => {
		const target = state.ticket(integerId(request));
		const input = bodyOf(request, body);
		checkSize('ids', input.ids.length);
		const job = state.jobs.queue('Ticket Merge', input.ids.length, () =>
			rowsOf(input.ids, (id) => ({ id }), (id) => {
				mergeOne(state, request, state.ticket(id), state.ticket(target.id), input);
				return { action: 'merge', success: true, status: 'Merged' };
			}),
		);
		decidedBy(request, input.target_comment_is_public || input.source_comment_is_public ? RULES.mergePrivate : RULES.mergeCloses);
		request.notes.summary = `job: tickets ${input.ids.join(', ')} to merge into ${target.id}`;
		return jobAnswer(state, reply, job);
	});
}
