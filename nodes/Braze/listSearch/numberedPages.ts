import { pickList } from '../../shared/operation';
import { z } from '../../shared/schema';
import { objectBody, type Answer } from '../../shared/transport/call';
import { braze } from '../api';

const row = z.object({ id: z.string(), name: z.string() }).passthrough();
export type ListedRow = z.infer<typeof row>;

export interface NumberedPages {
	path: string;
	/** Under which name the answer holds the rows. */
	rowsIn: string;
	/** Rows of a full page; a page with fewer is the last. */
	pageSize: number;
	query?: Record<string, string | boolean>;
	/** What stands behind the name, where it helps to choose. */
	nameOf?: (listed: ListedRow) => string;
	keep?: (listed: ListedRow) => boolean;
}

/** A pick list out of an endpoint that counts its pages from 0. Braze's lists cannot be filtered, so the filter works on each page. */
export function numberedPages({ path, rowsIn, pageSize, query, nameOf = ({ name }) => name, keep = () => true }: NumberedPages) {
	const listed = (answer: Answer): ListedRow[] => z.array(row).parse(objectBody(answer)[rowsIn] ?? []);
	return pickList(braze, {
		call: (page) => ({ method: 'GET', path, query: { page: Number(page || 0), ...query } }),
		rows: (answer) => listed(answer).filter(keep).map((one) => ({ name: nameOf(one), value: one.id })),
		next: (answer, page) => (listed(answer).length === pageSize ? String(Number(page || 0) + 1) : undefined),
	});
}
