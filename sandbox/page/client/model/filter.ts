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

/** Whether `all` is `before` and more at its end. Lines are never changed, so both ends tell. */
const goesOn = (all: readonly EventLine[], before: readonly EventLine[]): boolean =>
	before.length === 0 || (all[0] === before[0] && all[before.length - 1] === before[before.length - 1]);

/** The lines that pass a filter, kept from one look to the next: only new lines are tried. */
export class Passing {
	private seen: readonly EventLine[] = [];

	private wanted?: Filter;

	private shown: readonly EventLine[] = [];

	private own = 0;

	/** `lines`: the same list again where nothing was added to it; `ownReads`: how many of `all` the page read itself. */
	look(all: readonly EventLine[], wanted: Filter): { lines: readonly EventLine[]; ownReads: number } {
		if (wanted !== this.wanted || !goesOn(all, this.seen)) {
			this.seen = [];
			this.shown = [];
			this.own = 0;
		}
		const fresh = all.slice(this.seen.length);
		const passing = fresh.filter((line) => passes(line, wanted));
		if (passing.length > 0) this.shown = [...this.shown, ...passing];
		this.own += fresh.filter(({ ownRead }) => ownRead).length;
		this.seen = all;
		this.wanted = wanted;
		return { lines: this.shown, ownReads: this.own };
	}
}
