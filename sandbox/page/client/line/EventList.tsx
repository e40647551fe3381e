import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { EventLine } from '../../pageTypes';
import { isAtEnd, windowOf } from '../model/window';
import { filter, openEvent } from '../state/view';
import { guessedRun } from '../state/world';
import { Icon } from '../ui/Icon';
import { EventRow } from './EventRow';

/** As in styles/line.css. */
export const ROW_PX = 36;

const PAGE_ROWS = 10;

/** Where a key leads from a row, or undefined for keys that are not ours. */
function target(key: string, at: number, count: number): number | undefined {
	const steps: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, PageDown: at + PAGE_ROWS, PageUp: at - PAGE_ROWS, Home: 0, End: count - 1 };
	return key in steps ? Math.max(0, Math.min(count - 1, steps[key])) : undefined;
}

/** The events, oldest first; only those in view are drawn. It follows what is new for as long as its end is in view. */
export function EventList({ events }: { events: readonly EventLine[] }) {
	const box = useRef<HTMLDivElement>(null);
	const [scroll, setScroll] = useState({ top: 0, height: 600 });
	const [current, setCurrent] = useState<number>();
	const follows = useRef(true);
	const keepInView = useRef<() => void>(() => undefined);
	const toFocus = useRef<number | undefined>(undefined);
	const count = events.length;
	const found = events.findIndex(({ id }) => id === (current ?? openEvent.value));
	const at = found === -1 ? count - 1 : found;

	const measure = (): void => {
		const element = box.current;
		// Not shown, on a narrow screen: nothing is known of its place then.
		if (element === null || element.clientHeight === 0) return;
		follows.current = isAtEnd(element.scrollTop, element.clientHeight, ROW_PX, count);
		setScroll({ top: element.scrollTop, height: element.clientHeight });
	};
	useEffect(() => {
		const watch = new ResizeObserver(() => {
			const element = box.current;
			if (element !== null && follows.current) element.scrollTop = element.scrollHeight;
			keepInView.current();
			measure();
		});
		if (box.current !== null) watch.observe(box.current);
		return () => watch.disconnect();
	}, []);
	useLayoutEffect(() => {
		const element = box.current;
		if (element === null || !follows.current) return;
		element.scrollTop = element.scrollHeight;
		measure();
	}, [count, events.at(-1)?.id]);
	useLayoutEffect(() => {
		if (toFocus.current === undefined) return;
		box.current?.querySelector<HTMLElement>(`[data-event="${toFocus.current}"]`)?.focus({ preventScroll: true });
		toFocus.current = undefined;
	});

	const intoView = (index: number): void => {
		const element = box.current;
		if (element === null) return;
		const top = index * ROW_PX;
		if (top < element.scrollTop) element.scrollTop = top;
		else if (top + ROW_PX > element.scrollTop + element.clientHeight) element.scrollTop = top + ROW_PX - element.clientHeight;
	};
	// The list shrinks when an event is opened below it; that event stays in view.
	const openedAt = openEvent.value === undefined ? -1 : events.findIndex(({ id }) => id === openEvent.value);
	keepInView.current = () => openedAt !== -1 && intoView(openedAt);
	// Another filter has other rows: the opened event stays in view.
	useLayoutEffect(() => {
		keepInView.current();
		measure();
	}, [filter.value]);
	const openedRun = openedAt === -1 ? undefined : (events[openedAt].executionId ?? guessedRun(events[openedAt].id));

	const go = (index: number): void => {
		intoView(index);
		toFocus.current = events[index].id;
		setCurrent(events[index].id);
		measure();
	};
	const onKeyDown = (event: KeyboardEvent): void => {
		const index = target(event.key, at, count);
		if (index === undefined || count === 0) return;
		event.preventDefault();
		go(index);
	};
	const { start, end } = windowOf(scroll.top, scroll.height, ROW_PX, count);
	// The row that has the focus must not vanish under it.
	const drawn = events.slice(start, end).map((line, offset) => ({ line, index: start + offset }));
	if (at >= 0 && at < count && (at < start || at >= end)) drawn.push({ line: events[at], index: at });
	return (
		<div class="events-frame">
			<div class="events" ref={box} onScroll={measure}>
				<ol class="events-all" style={{ height: `${count * ROW_PX}px` }} aria-label="What happened, oldest first" onKeyDown={onKeyDown}>
					{drawn.map(({ line, index }) => (
						<EventRow
							key={line.id} line={line} index={index} top={index * ROW_PX} count={count} current={index === at} opened={openEvent.value === line.id}
							akin={openedRun !== undefined && (line.executionId ?? guessedRun(line.id)) === openedRun}
							open={() => {
								setCurrent(line.id);
								openEvent.value = openEvent.value === line.id ? undefined : line.id;
							}}
						/>
					))}
				</ol>
			</div>
			{!follows.current && (
				<button type="button" class="button to-newest" onClick={() => go(count - 1)}>
					<Icon name="down" />
					Newest
				</button>
			)}
		</div>
	);
}
