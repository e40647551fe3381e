import { batch, computed, signal } from '@preact/signals';
import type { EventLine, N8nShown, PagePerson, Tally, TextFate } from '../../pageTypes';
import { keptOf } from '../model/kept';
import { RunGuess } from '../model/runGuess';
import { control } from '../net/control';
import { follow } from '../net/stream';

/** What the page knows of the world, told by the stream. */
export const lines = signal<readonly EventLine[]>([]);
/** How many older ones are no longer among {@link lines}. */
export const forgotten = signal(0);
export const tally = signal<Tally | undefined>(undefined);
export const n8n = signal<N8nShown>({ url: null, plays: [] });
export const live = signal<'connecting' | 'live' | 'lost'>('connecting');
/** Counts the resets seen: what was read before one is read anew. */
export const epoch = signal(0);
export const people = signal<readonly PagePerson[]>([]);

/** By the id of a message or comment. */
export const fates = computed<ReadonlyMap<string, TextFate>>(() => new Map(tally.value?.texts.map((fate) => [fate.id, fate])));

/** Grows with {@link lines}. */
let runGuess = new RunGuess();

/** The run that a webhook most likely started. */
export const guessedRun = (event: number): string | undefined => runGuess.of(event);

type Heard = (fresh: readonly EventLine[]) => void;
const hearers = new Set<Heard>();

/** Calls with each batch of new events. Returns the function that ends it. */
export function onLines(hear: Heard): () => void {
	hearers.add(hear);
	return () => hearers.delete(hear);
}

export async function loadPeople(): Promise<void> {
	people.value = (await control<{ people: PagePerson[] }>('GET', '/page/people').catch(() => ({ people: [] }))).people;
}

const isStranger = ({ vendor, kind, customer }: EventLine): boolean =>
	vendor === 'braze' && kind !== 'request' && customer !== undefined && !people.value.some(({ id }) => id === customer);

/** Begins to listen; called once. */
export function openWorld(): void {
	follow({
		reset: () => {
			lines.value = [];
			forgotten.value = 0;
			runGuess = new RunGuess();
			tally.value = undefined;
			epoch.value += 1;
			void loadPeople();
		},
		lines: (fresh) => {
			// After a lost connection the same lines may come once more.
			const last = lines.value.at(-1)?.id ?? 0;
			const unseen = fresh.filter(({ id }) => id > last);
			if (unseen.length === 0) return;
			for (const line of unseen) runGuess.add(line);
			const { kept, gone } = keptOf(lines.value, unseen);
			lines.value = kept;
			if (gone > 0) {
				forgotten.value += gone;
				runGuess.forget(kept[0].id);
			}
			if (unseen.some(isStranger)) void loadPeople();
			for (const hear of hearers) hear(unseen);
		},
		tally: (now) => (tally.value = now),
		n8n: (shown) => (n8n.value = shown),
		live: (isLive) => (live.value = isLive ? 'live' : 'lost'),
	}, batch);
	void loadPeople();
}
