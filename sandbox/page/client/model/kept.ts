import type { EventLine } from '../../pageTypes';

/** About 40 MB of them. Older ones are forgotten by the page; the sandbox itself still has them. */
const MOST = 50_000;
/** Forgotten together, so that not each new event moves all others. */
const AT_A_TIME = 5_000;

/** The newest of both, in order, and how many of the oldest were left out. */
export function keptOf(lines: readonly EventLine[], fresh: readonly EventLine[], most = MOST, atATime = AT_A_TIME): { kept: readonly EventLine[]; gone: number } {
	const all = [...lines, ...fresh];
	if (all.length <= most) return { kept: all, gone: 0 };
	const gone = Math.min(all.length - 1, Math.ceil((all.length - most) / atATime) * atATime);
	return { kept: all.slice(gone), gone };
}

/** Where the line with this id stands, or -1. Ids only grow. */
export function placeOf(lines: readonly EventLine[], id: number | undefined): number {
	if (id === undefined) return -1;
	let low = 0;
	let high = lines.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if (lines[middle].id < id) low = middle + 1;
		else high = middle;
	}
	return lines[low]?.id === id ? low : -1;
}
