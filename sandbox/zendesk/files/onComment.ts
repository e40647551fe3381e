import type { FastifyRequest } from 'fastify';
import { decidedBy } from '../http';
import { RULES } from '../rules';
import type { ZendeskState } from '../state';
import { contentUrl } from './contentUrl';

/** Files whose picture stands in the text count as inline. */
export function markInline(state: ZendeskState, ids: number[], html: string): void {
	for (const id of ids) {
		const file = state.attachments.get(id);
		if (file !== undefined && (html.includes(contentUrl(state, file)) || html.includes(file.secret))) file.inline = true;
	}
}

/** The files of a comment's upload tokens, each of which is spent by this; tokens that are over bring none. */
export function spendUploads(state: ZendeskState, request: FastifyRequest, tokens: string[], html: string): number[] {
	const ids = tokens.flatMap((token) => {
		const upload = state.uploads.find(token);
		if (upload === undefined) {
			decidedBy(request, RULES.uploadExpired);
			state.note('an upload token is unknown, used or expired: the comment has no file of it', RULES.uploadExpired);
			return [];
		}
		state.uploads.end(token);
		return upload.attachments;
	});
	markInline(state, ids, html);
	return ids;
}
