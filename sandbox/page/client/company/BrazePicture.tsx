import type { Bar } from '../ui/figure';
import { FIGURE_DAYS, readFigures, type BrazeThing } from './brazeReads';
import { Picture } from './Picture';
import { useBraze } from './useBraze';

interface Props {
	/** Whose figures, as a screen reader says it. */
	label: string;
	things: readonly BrazeThing[];
	/** Said above the drawing. */
	title?: string;
	/** What stands there while nothing was sent. */
	empty?: string;
}

/** One campaign or Canvas with all that Braze counted; several with what each of them sent. */
function drawn(things: readonly BrazeThing[], figures: ReadonlyArray<readonly Bar[]>): readonly Bar[] {
	if (things.length === 1) return figures[0];
	return things.map(({ name }, index) => ({ title: name, value: figures[index].find(({ title }) => title === 'sent')?.value ?? 0 }));
}

/** What Braze counted in two weeks, always as of now. */
export function BrazePicture({ label, things, title, empty }: Props) {
	const key = things.length === 0 ? undefined : things.map(({ kind, id }) => `${kind} ${id}`).join();
	const { data, failed } = useBraze(key, async () => drawn(things, await Promise.all(things.map(readFigures))));
	const isEmpty = things.length === 0 || data?.every(({ value }) => value === 0);
	return (
		<>
			{isEmpty && empty !== undefined && <p class="hint">{empty}</p>}
			{data !== undefined && !(isEmpty && empty !== undefined) && <Picture title={title} label={`${label}, last ${FIGURE_DAYS} days`} bars={data} />}
			{failed !== undefined && <p class="hint">The figures cannot be read now: {failed}</p>}
		</>
	);
}
