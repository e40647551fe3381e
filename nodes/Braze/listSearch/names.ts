import { pickList } from '../../shared/operation';
import type { Answer } from '../../shared/transport/call';
import { braze } from '../api';
import { namesIn } from '../paging';

const pageOf = (page: string): number => Number(page || 0);
const byName = (names: string[]) => names.map((name) => ({ name, value: name }));
const after = (count: number, fullPage: number, page: string): string | undefined => (count >= fullPage ? String(pageOf(page) + 1) : undefined);
const countIn = (answer: Answer, name: string): number => namesIn(answer, name).length;

/** Custom events, 250 a page, in the order of the alphabet. */
export const searchEvents = pickList(braze, {
	call: (page) => ({ method: 'GET', path: '/events/list', query: { page: pageOf(page) } }),
	rows: (answer) => byName(namesIn(answer, 'events')),
	next: (answer, page) => after(countIn(answer, 'events'), 250, page),
});

/** Products that were bought. Braze does not say how long a page is, so the empty one is the last. */
export const searchProducts = pickList(braze, {
	call: (page) => ({ method: 'GET', path: '/purchases/product_list', query: { page: pageOf(page) } }),
	rows: (answer) => byName(namesIn(answer, 'products')),
	next: (answer, page) => after(countIn(answer, 'products'), 1, page),
});
