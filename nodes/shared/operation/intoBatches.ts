import type { FieldSet, InputOf } from './fields';
import type { BatchStoryOperation } from './operation';

export interface Member<F extends FieldSet> {
	/** Place among the entries. */
	place: number;
	input: InputOf<F>;
}

interface Batch<F extends FieldSet> {
	/** How often each `alone` key stands in it: at most once. */
	taken: Set<string>;
	members: Array<Member<F>>;
	size: number;
}

/** Splits members into batches, in order: an item that may not join the open batch of its key opens the next one. */
export function intoBatches<F extends FieldSet>(members: Array<Member<F>>, batch: BatchStoryOperation<F>['batch']): Array<Batch<F>> {
	const all: Array<Batch<F>> = [];
	// Per key the batches still open, oldest first: a second message for a user goes to the next one, not back.
	const open = new Map<string, Array<Batch<F>>>();
	for (const member of members) {
		const together = batch.together?.(member.input) ?? '';
		const alone = batch.alone?.(member.input);
		const candidates = open.get(together) ?? [];
		let home = candidates.at(-1);
		if (alone !== undefined) {
			// After the last batch that already holds this user: two messages for one user keep their order.
			const after = candidates.findLastIndex((candidate) => candidate.taken.has(alone));
			home = candidates.find((candidate, at) => at > after && candidate.members.length < candidate.size);
		}
		if (home !== undefined && home.members.length >= home.size) home = undefined;
		if (home === undefined) {
			const size = typeof batch.size === 'number' ? batch.size : batch.size(member.input);
			home = { taken: new Set(), members: [], size };
			candidates.push(home);
			open.set(together, candidates);
			all.push(home);
		}
		home.members.push(member);
		if (alone !== undefined) home.taken.add(alone);
	}
	return all;
}
