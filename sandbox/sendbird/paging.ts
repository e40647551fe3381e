import { z } from 'zod';
import { SendbirdError } from './errors';
import { RULES } from './rules';

/** A whole number in a query. */
export const count = z.coerce.number().int();

/** A switch in a query. */
export const flag = z.union([z.boolean(), z.enum(['true', 'false']).transform((text) => text === 'true')]);

/** `a,b`, or the parameter given several times. */
export const idList = z.union([z.array(z.string()), z.string().transform((text) => text.split(','))]).transform((ids) => ids.flatMap((id) => id.split(',')).map((id) => id.trim()).filter((id) => id !== ''));

export const pageQuery = z.object({ token: z.string().optional(), limit: count.min(1).max(100).default(10) });

export interface Page<Item> {
	items: Item[];
	/** Empty at the end. */
	next: string;
}

const asToken = (offset: number): string => Buffer.from(`page:${offset}`).toString('base64url');

function offsetOf(token: string | undefined): number {
	if (token === undefined || token === '') return 0;
	const [, digits] = /^page:(\d+)$/.exec(Buffer.from(token, 'base64url').toString('utf8')) ?? [];
	if (digits === undefined) throw new SendbirdError('400109', RULES.paging);
	return Number(digits);
}

/** The page of a list that token and limit ask for. */
export function pageOf<Item>(items: readonly Item[], { token, limit }: { token?: string; limit: number }): Page<Item> {
	const start = offsetOf(token);
	const end = start + limit;
	return { items: items.slice(start, end), next: end < items.length ? asToken(end) : '' };
}
