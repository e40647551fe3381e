import type { SandboxEvent } from '../../../control/types';
import { exactClock } from '../model/words';

interface Props {
	events: readonly SandboxEvent[];
	chosen: number;
	choose: (id: number) => void;
}

/** How often the vendor sent the same: its retries, and repeats that a fault made. */
export function Attempts({ events, chosen, choose }: Props) {
	if (events.length < 2) return null;
	return (
		<section>
			<h4>Sent {events.length} times</h4>
			<div class="chips" role="group" aria-label="Attempts">
				{events.map(({ id, at, response }, index) => (
					<button key={id} type="button" class="chip" aria-pressed={id === chosen} onClick={() => choose(id)}>
						{`${index + 1} · ${exactClock(at)} · ${response?.status || 'no answer'}`}
					</button>
				))}
			</div>
		</section>
	);
}
