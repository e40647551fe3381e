import type { EventLine } from '../../pageTypes';

export type Kinds = 'all' | 'people' | 'calls' | 'failures';

export interface Filter {
	kinds: Kinds;
	/** Words in the line, the path or the customer's id; any case. */
	words: string;
	/** What the page itself reads from vendors. */
	ownReads: boolean;
}

export const ALL_SHOWN: Filter = { kinds: 'all', words: '', ownReads: false };

/** An answer that a caller would call a failure: none at all, or 400 and above. */
export const isFailure = ({ status }: EventLine): boolean => status !== undefined && (status === 0 || status >= 400);

const OF_KIND: Record<Kinds, (line: EventLine) => boolean> = {
	all: () => true,
	people: ({ kind }) => kind === 'customer' || kind === 'agent' || kind === 'sent',
	calls: ({ kind }) => kind === 'request' || kind === 'delivery',
	failures: isFailure,
};

/** Whether a line passes. */
export function passes(line: EventLine, { kinds, words, ownReads }: Filter): boolean {
	if (line.ownRead && !ownReads) return false;
	if (!OF_KIND[kinds](line)) return false;
	const wanted = words.trim().toLowerCase();
	if (wanted === '') return true;
	return `${line.summary}\n${line.path ?? ''}\n${line.customer ?? ''}\n${line.vendor}\nrun ${line.executionId ?? ''}`.toLowerCase().includes(wanted);
}
