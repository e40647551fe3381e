import { contentUrl } from '../files/contentUrl';
import type { ZendeskState } from '../state';
import type { Audit, CommentEvent } from '../types';

/** How a text goes into the body: escaped or as it is. */
export type Write = (text: string | number | null) => string;

const when = (ms: number): string =>
	new Date(ms).toLocaleString('en-US', { month: 'short', day: 'numeric', year: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: 'UTC' });

/**
 * A comment as a placeholder: a block with dashes, author and date where it is printed, and fields below it (`value` is the bare text).
 * Inside a list it prints as Ruby shows an object.
 */
export function renderedComment(state: ZendeskState, audit: Audit, comment: CommentEvent, write: Write, listed = false) {
	const author = state.users.get(comment.author_id);
	const name = author?.name ?? '';
	const block = write(`${'-'.repeat(46)}\n\n${name}, ${when(audit.created_at)}\n\n${comment.plain_body}`);
	const files = comment.attachments.flatMap((id) => state.attachments.get(id) ?? []);
	const inspected = `#<Comment id: ${comment.id}, value: "${write(comment.plain_body)}", is_public: ${comment.public}, author: "${write(name)}">`;
	return {
		id: comment.id,
		value: write(comment.plain_body),
		value_rich: write(comment.plain_body),
		is_public: comment.public,
		created_at: when(audit.created_at),
		created_at_with_time: when(audit.created_at),
		author: { id: comment.author_id, name: write(name), first_name: write(name.split(' ')[0]), external_id: write(author?.external_id ?? null) },
		attachments: files.map((file) => ({ filename: write(file.file_name), url: write(contentUrl(state, file)) })),
		block,
		toString: () => (listed ? inspected : block),
	};
}
