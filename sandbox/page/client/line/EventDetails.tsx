import { useEffect, useRef, useState } from 'preact/hooks';
import type { SandboxEvent } from '../../../control/types';
import type { EventLine } from '../../pageTypes';
import { placeOf } from '../model/kept';
import { isRun } from '../model/runs';
import { CERTAINTIES, exactClock, vendorTitle } from '../model/words';
import { control } from '../net/control';
import { lookAt, openEvent } from '../state/view';
import { lines } from '../state/world';
import { Icon } from '../ui/Icon';
import { Attempts } from './Attempts';
import { RunLink } from './EventRow';
import { RunCalls } from './RunCalls';
import { WireMessage } from './WireMessage';

function close(): void {
	const id = openEvent.value;
	openEvent.value = undefined;
	document.querySelector<HTMLElement>(`[data-event="${id}"]`)?.focus();
}

function Rule({ event: { rule } }: { event: SandboxEvent }) {
	if (rule === undefined) return null;
	return (
		<section class="rule">
			<h4>The rule that decided</h4>
			<p>{rule.text}</p>
			<p class={`certainty ${rule.certainty}`}>{CERTAINTIES[rule.certainty]}</p>
		</section>
	);
}

/** One event opened: its rule, the call and its answer, other attempts, the rest of its run. */
export function EventDetails({ id }: { id: number }) {
	const [events, setEvents] = useState<SandboxEvent[]>([]);
	const [chosen, choose] = useState(id);
	const heading = useRef<HTMLHeadingElement>(null);
	useEffect(() => {
		let over = false;
		choose(id);
		heading.current?.focus();
		const path = `/page/events/${id}/attempts`;
		control<{ events: SandboxEvent[] }>('GET', path).then((read) => over || setEvents(read.events), () => over || setEvents([]));
		return () => {
			over = true;
		};
	}, [id]);
	const event = events.find((one) => one.id === chosen) ?? events.find((one) => one.id === id);
	const line: EventLine | undefined = lines.value[placeOf(lines.value, id)];
	return (
		<section
			class="details" aria-label="The event"
			onKeyDown={({ key }) => {
				if (key === 'Escape') close();
			}}
		>
			<header class="details-head">
				<h3 ref={heading} tabIndex={-1}>{line?.summary ?? 'Event'}</h3>
				<button type="button" class="button quiet icon-only" aria-label="Close the event" onClick={close}>
					<Icon name="close" />
				</button>
			</header>
			{event === undefined ? (
				<p class="empty">Loading …</p>
			) : (
				<div class="details-body" tabIndex={0} role="group" aria-label="Its parts">
					<div class="facts">
						<span>{vendorTitle(event.vendor)}</span>
						<time dateTime={event.at}>{exactClock(event.at)}</time>
						{event.tookMs !== undefined && <span>{event.tookMs} ms</span>}
						{isRun(event.executionId) && <RunLink id={event.executionId} focusable />}
						{line?.customer !== undefined && (
							<button type="button" class="chip" onClick={() => lookAt(line)}>Look at both ends</button>
						)}
					</div>
					<Rule event={event} />
					<Attempts events={events} chosen={event.id} choose={choose} />
					{event.request && <WireMessage title="Request" first={`${event.request.method} ${event.request.path}`} headers={event.request.headers} body={event.request.body} />}
					{event.response && <WireMessage title="Answer" first={event.response.status === 0 ? 'no answer' : String(event.response.status)} headers={event.response.headers} body={event.response.body} />}
					{isRun(event.executionId) && <RunCalls run={event.executionId} own={id} />}
				</div>
			)}
		</section>
	);
}
