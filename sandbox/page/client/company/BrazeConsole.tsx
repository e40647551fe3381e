import { useEffect, useState } from 'preact/hooks';
import { braze, control } from '../net/control';
import { attempt } from '../state/toast';
import { customer } from '../state/view';
import { epoch, people } from '../state/world';
import { BrazeCard, type BrazeThing } from './BrazeCard';
import { PlayForms, Plays } from './Plays';

interface Listed {
	id: string;
	name: string;
}

/** As Braze's dashboard lists them. */
async function readThings(): Promise<BrazeThing[]> {
	const { campaigns } = await braze<{ campaigns: Listed[] }>('GET', '/campaigns/list');
	const { canvases } = await braze<{ canvases: Listed[] }>('GET', '/canvas/list');
	return [...campaigns.map(({ id, name }) => ({ id, name, kind: 'campaign' as const })), ...canvases.map(({ id, name }) => ({ id, name, kind: 'canvas' as const }))];
}

/** Braze's dashboard, as far as a demonstration needs it: start campaigns, read their figures. */
export function BrazeConsole() {
	const [things, setThings] = useState<BrazeThing[]>([]);
	useEffect(() => {
		void attempt(async () => setThings(await readThings()));
	}, [epoch.value]);
	const id = customer.value;
	const name = people.value.find((one) => one.id === id)?.name ?? id;
	const text = (): void => void attempt(() => control('POST', `/customer/${encodeURIComponent(id)}/messages`, { text: 'SUPPORT' }));
	return (
		<div class="pane scrolls" tabIndex={0} role="group" aria-label="Braze">
			<section class="card" aria-label="Keyword SMS">
				<h3>Keyword SMS</h3>
				<p class="hint">The customer texts the keyword; Braze answers at once and posts the text to n8n.</p>
				<button type="button" class="button" onClick={text}>Text SUPPORT as {name}</button>
			</section>
			<Plays of="braze" />
			<section class="card" aria-label="Campaigns and Canvases">
				<h3>Campaigns and Canvases</h3>
				<ul class="things">
					{things.map((thing) => <BrazeCard key={thing.id} thing={thing} />)}
				</ul>
			</section>
			<PlayForms of="braze" />
		</div>
	);
}
