import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { EventLine } from '../../pageTypes';
import { placeOf } from '../model/kept';
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
	const [scroll, setScroll] = useState({ top: 0, height: 600, atEnd: true });
	const [current, setCurrent] = useState<number>();
	const follows = useRef(true);
	const resized = useRef<() => void>(() => undefined);
	const toFocus = useRef<number | undefined>(undefined);
	const count = events.length;
	const found = placeOf(events, current ?? openEvent.value);
	const at = found === -1 ? count - 1 : found;

	const measure = (): void => {
		const element = box.current;
		// Not shown, on a narrow screen: nothing is known of its place then.
		if (element === null || element.clientHeight === 0) return;
		const { scrollTop, clientHeight: height } = element;
		const atEnd = isAtEnd(scrollTop, height, ROW_PX, count);
		const top = Math.floor(scrollTop / ROW_PX) * ROW_PX;
		follows.current = atEnd;
		// Within one row nothing is drawn otherwise.
		setScroll((was) => (was.top === top && was.height === height && was.atEnd === atEnd ? was : { top, height, atEnd }));
	};
	const toEnd = (): void => {
		// Further than it can go: it stops at the end by itself.
		if (box.current !== null && follows.current) box.current.scrollTop = count * ROW_PX;
	};
	useEffect(() => {
		const watch = new ResizeObserver(() => resized.current());
		if (box.current !== null) watch.observe(box.current);
		return () => watch.disconnect();
	}, []);
	useLayoutEffect(toEnd, [count, events.at(-1)?.id]);
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
	const openedAt = placeOf(events, openEvent.value);
	resized.current = () => {
		toEnd();
		if (openedAt !== -1) intoView(openedAt);
		measure();
	};
	// Another filter has other rows: the opened event stays in view.
	useLayoutEffect(() => {
		if (openedAt !== -1) intoView(openedAt);
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
	// Where it follows, the end is known without asking the browser, which would have to lay all out for it.
	const top = follows.current ? Math.max(0, count * ROW_PX - scroll.height) : scroll.top;
	const { start, end } = windowOf(top, scroll.height, ROW_PX, count);
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
