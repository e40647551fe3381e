import { useRef } from 'preact/hooks';
import { Passing } from '../model/filter';
import { filter, openEvent } from '../state/view';
import { forgotten, lines } from '../state/world';
import { EventDetails } from './EventDetails';
import { EventList } from './EventList';
import { FilterBar } from './FilterBar';
import { Legend } from './Legend';

/** The line of what happened, in the middle between both ends. */
export function Timeline() {
	const all = lines.value;
	const wanted = filter.value;
	const passing = useRef(new Passing());
	const { lines: shown, ownReads } = passing.current.look(all, wanted);
	const hidden = wanted.ownReads ? 0 : ownReads;
	const opened = openEvent.value;
	return (
		<section class="side line-side" aria-labelledby="line-title">
			<h2 id="line-title" class="side-title">What happened</h2>
			<FilterBar shown={shown.length} all={all.length - hidden} forgotten={forgotten.value} />
			{shown.length === 0 ? (
				<div class="empty start">
					{all.length === 0 ? (
						<>
							<p><strong>Nothing has happened yet.</strong></p>
							<p>Text SUPPORT on the left and watch: the webhook to n8n, each call n8n makes, and the ticket that opens on the right.</p>
						</>
					) : (
						<p>Nothing passes the filter.</p>
					)}
				</div>
			) : (
				<EventList events={shown} />
			)}
			<Legend />
			{opened !== undefined && <EventDetails id={opened} />}
		</section>
	);
}
