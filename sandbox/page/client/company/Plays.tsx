import type { Play, PlayCall } from '../../pageTypes';
import { control } from '../net/control';
import { attempt, say } from '../state/toast';
import { customer } from '../state/view';
import { n8n } from '../state/world';
import { Icon } from '../ui/Icon';

const fill = ({ path, body }: PlayCall): { path: string; body: unknown } => ({
	path: path.replaceAll('{customer}', encodeURIComponent(customer.value)),
	body: body === undefined ? undefined : JSON.parse(JSON.stringify(body).replaceAll('{customer}', customer.value)),
});

async function play({ title, calls = [] }: Play): Promise<void> {
	for (const call of calls) {
		const { path, body } = fill(call);
		await control(call.method, path, body);
	}
	say(`${title}: started.`);
}

/** What whoever started n8n prepared for this console: campaigns that need n8n's addresses, forms of n8n. */
export function Plays({ of }: { of: Play['console'] }) {
	const plays = n8n.value.plays.filter((one) => one.console === of);
	if (plays.length === 0) return null;
	return (
		<section class="card" aria-label="With n8n">
			<h3>With n8n</h3>
			<ul class="plays">
				{plays.map((one) => (
					<li key={one.title}>
						{one.link === undefined ? (
							<button type="button" class="button" onClick={() => void attempt(() => play(one))}>{one.title}</button>
						) : (
							<a class="button" href={one.link} target="_blank" rel="noreferrer">
								{one.title}
								<Icon name="open" />
							</a>
						)}
						{one.hint && <p class="hint">{one.hint}</p>}
					</li>
				))}
			</ul>
		</section>
	);
}
