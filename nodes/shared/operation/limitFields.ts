import type { InputOf } from './field';
import { shownWhen, toggle, wholeNumber } from './fields';

/** The two fields of every list, as n8n's own nodes have them. */
export const limitFields = {
	returnAll: toggle({ displayName: 'Return All', description: 'Whether to return all results or only up to a given limit', initial: false }),
	limit: shownWhen({ returnAll: [false] }, wholeNumber({ displayName: 'Limit', description: 'Max number of results to return', initial: 50, min: 1, max: 1_000_000 })),
};

/** For `page.most`: how many rows the user asked for. */
export const mostOf = ({ returnAll, limit }: InputOf<typeof limitFields>): number | undefined => (returnAll ? undefined : (limit ?? 50));
