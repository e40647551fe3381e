import { useState } from 'preact/hooks';
import { braze } from '../net/control';
import { attempt, say } from '../state/toast';
import { customer } from '../state/view';
import { epoch } from '../state/world';
import { BrazePicture } from './BrazePicture';
import { readDetails, type BrazeThing } from './brazeReads';
import { useBraze } from './useBraze';

const HOW: Record<string, string> = {
	api_triggered: 'Started by the API',
	action_based: 'Starts when a customer texts',
	api: 'Keeps the figures of what n8n sends',
	time_based: 'Started by a marketer, or at a set time',
};

async function start({ id, kind, name }: BrazeThing, words: string): Promise<void> {
	const recipients = [{ external_user_id: customer.value }];
	const properties = words === '' ? {} : { msg_body: words };
	if (kind === 'campaign') await braze('POST', '/campaigns/trigger/send', { campaign_id: id, recipients, trigger_properties: properties });
	else await braze('POST', '/canvas/trigger/send', { canvas_id: id, recipients, context: properties });
	say(`“${name}” was triggered for ${customer.value}.`);
}

function Opened({ thing }: { thing: BrazeThing }) {
	const [words, setWords] = useState('Hello from the console');
	const { data: details, failed } = useBraze(`details of ${thing.id}`, async () => await readDetails(thing));
	if (details === undefined) return <p class="hint">{failed ?? 'Loading …'}</p>;
	const startable = details.enabled && details.schedule_type === 'api_triggered';
	return (
		<div class="thing-body">
			<p class="hint">{`${HOW[details.schedule_type] ?? details.schedule_type}${details.enabled ? '' : ' · stopped'} · ${details.channels.join(', ') || 'no channel'}`}</p>
			<BrazePicture label={thing.name} things={[thing]} />
			{startable && (
				<>
					<label class="field">
						<span>Text (msg_body)</span>
						<input value={words} onInput={({ currentTarget }) => setWords(currentTarget.value)} />
					</label>
					<div class="row">
						<button type="button" class="button" onClick={() => void attempt(() => start(thing, words))}>Trigger for {customer.value}</button>
					</div>
				</>
			)}
		</div>
	);
}

/** One campaign or Canvas; opened, it shows its figures of two weeks and how to start it. */
export function BrazeCard({ thing }: { thing: BrazeThing }) {
	const [open, setOpen] = useState(false);
	return (
		<li>
			<details key={epoch.value} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
				<summary>
					<span class="thing-name">{thing.name}</span>
					<span class="tag">{thing.kind === 'canvas' ? 'Canvas' : 'campaign'}</span>
				</summary>
				{open && <Opened thing={thing} />}
			</details>
		</li>
	);
}
