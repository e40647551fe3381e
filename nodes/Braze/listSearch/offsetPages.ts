import { pickList } from '../../shared/operation';
import { objectBody, type Answer } from '../../shared/transport/call';
import { z } from '../../shared/schema';
import { braze } from '../api';

const PAGE = 100;

const rows = z.array(z.record(z.unknown()));

interface OffsetPages {
	path: string;
	/** Under which name the answer holds the rows. */
	rowsIn: string;
	idName: string;
	nameName: string;
}

/** A pick list out of an endpoint with `limit` and `offset`; an offset of 0 is refused, so the first page names none. */
export function offsetPages({ path, rowsIn, idName, nameName }: OffsetPages) {
	const listed = (answer: Answer) => rows.parse(objectBody(answer)[rowsIn] ?? []);
	const offsetOf = (page: string): number => Number(page || 0);
	return pickList(braze, {
		call: (page) => ({ method: 'GET', path, query: { limit: PAGE, offset: offsetOf(page) || undefined } }),
		rows: (answer) => listed(answer).map((row) => ({ name: String(row[nameName]), value: String(row[idName]) })),
		next: (answer, page) => (listed(answer).length === PAGE ? String(offsetOf(page) + PAGE) : undefined),
	});
}

export const searchContentBlocks = offsetPages({ path: '/content_blocks/list', rowsIn: 'content_blocks', idName: 'content_block_id', nameName: 'name' });

export const searchEmailTemplates = offsetPages({ path: '/templates/email/list', rowsIn: 'templates', idName: 'email_template_id', nameName: 'template_name' });
