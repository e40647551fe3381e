import type { FieldSet, InputOf } from './field';
import type { BatchStoryOperation } from './operation';

export interface Member<F extends FieldSet> {
	/** Place among the entries. */
	place: number;
	input: InputOf<F>;
}

export interface Batch<F extends FieldSet> {
	members: Array<Member<F>>;
	/** The `alone` keys that stand in it, each once. */
	taken: Set<string>;
	size: number;
}

/** Takes members one by one and puts them into batches, in order: one that may not join an open batch of its key opens the next. */
export class Batches<F extends FieldSet> {
	/** Per `together` key the batches with room, oldest first. */
	private readonly open = new Map<string, Array<Batch<F>>>();
	private readonly inOrder = new Set<Batch<F>>();

	constructor(private readonly rules: BatchStoryOperation<F>['batch']) {}

	/** The batch that this member filled, ready to go; a batch in which users stand alone waits for {@link rest}, since it may not overtake an older one. */
	add(member: Member<F>): Batch<F> | undefined {
		const together = this.rules.together?.(member.input) ?? '';
		const alone = this.rules.alone?.(member.input);
		const candidates = this.open.get(together) ?? [];
		this.open.set(together, candidates);
		// After the last batch that already holds this user: two messages for one user keep their order.
		const after = alone === undefined ? -1 : candidates.findLastIndex(({ taken }) => taken.has(alone));
		const home = candidates.find(({ members, size }, at) => at > after && members.length < size) ?? this.openBatch(candidates, member);
		home.members.push(member);
		if (alone !== undefined) home.taken.add(alone);
		if (home.members.length < home.size || alone !== undefined) return undefined;
		candidates.splice(candidates.indexOf(home), 1);
		this.inOrder.delete(home);
		return home;
	}

	/** What has not been given out, in the order in which it was begun. */
	rest(): Array<Batch<F>> {
		return [...this.inOrder];
	}

	private openBatch(candidates: Array<Batch<F>>, { input }: Member<F>): Batch<F> {
		const { size } = this.rules;
		const batch = { members: [], taken: new Set<string>(), size: typeof size === 'number' ? size : size(input) };
		candidates.push(batch);
		this.inOrder.add(batch);
		return batch;
	}
}
