import type { Kinds } from '../model/filter';
import { filter } from '../state/view';
import { Icon } from '../ui/Icon';

const KINDS: ReadonlyArray<{ name: Kinds; title: string }> = [
	{ name: 'all', title: 'All' },
	{ name: 'people', title: 'People' },
	{ name: 'calls', title: 'Calls' },
	{ name: 'failures', title: 'Failures' },
];

/** What of it is shown. */
export function FilterBar({ shown, all, forgotten }: { shown: number; all: number; forgotten: number }) {
	const { kinds, words, ownReads } = filter.value;
	return (
		<div class="filter-bar" role="search" aria-label="Events">
			<div class="segments" role="group" aria-label="Kinds">
				{KINDS.map(({ name, title }) => (
					<button key={name} type="button" class="segment" aria-pressed={kinds === name} onClick={() => (filter.value = { ...filter.value, kinds: name })}>{title}</button>
				))}
			</div>
			<label class="search">
				<Icon name="search" />
				<input type="search" aria-label="Find in what happened" placeholder="Find" value={words} onInput={({ currentTarget }) => (filter.value = { ...filter.value, words: currentTarget.value })} />
			</label>
			<label class="check" title="Lists and figures that this page reads from Braze for its console">
				<input type="checkbox" checked={ownReads} onChange={({ currentTarget }) => (filter.value = { ...filter.value, ownReads: currentTarget.checked })} />
				Page’s reads
			</label>
			<span class="filter-count" title={forgotten > 0 ? `The newest; ${forgotten} older ones are kept by the sandbox alone: GET /_sandbox/events` : undefined}>
				{shown === all ? `${all}` : `${shown} of ${all}`}
				{forgotten > 0 && ' newest'}
			</span>
		</div>
	);
}
