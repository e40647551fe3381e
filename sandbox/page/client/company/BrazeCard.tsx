import { useState } from 'preact/hooks';
import { braze } from '../net/control';
import { attempt, say } from '../state/toast';
import { customer } from '../state/view';
import { epoch } from '../state/world';
import type { Bar } from '../ui/figure';
import { Bars } from '../ui/Bars';
import { campaignBars, canvasBars, type CampaignDay, type CanvasDay } from './brazeFigures';

export interface BrazeThing {
	id: string;
	name: string;
	kind: 'campaign' | 'canvas';
}

interface Details {
	enabled: boolean;
	schedule_type: string;
	channels: string[];
	description?: string;
}

interface Opened extends Details {
	bars: Bar[];
}

const DAYS = 14;

const HOW: Record<string, string> = {
	api_triggered: 'Started by the API',
	action_based: 'Starts when a customer texts',
	api: 'Keeps the figures of what n8n sends',
	time_based: 'Starts by its own schedule',
};

const paths = { campaign: { details: '/campaigns/details?campaign_id=', series: '/campaigns/data_series?campaign_id=' }, canvas: { details: '/canvas/details?canvas_id=', series: '/canvas/data_series?canvas_id=' } };

async function read({ id, kind }: BrazeThing): Promise<Opened> {
	const details = await braze<Details>('GET', `${paths[kind].details}${encodeURIComponent(id)}`);
	const series = `${paths[kind].series}${encodeURIComponent(id)}&length=${DAYS}`;
	if (kind === 'campaign') return { ...details, bars: campaignBars((await braze<{ data: CampaignDay[] }>('GET', series)).data) };
	const { data } = await braze<{ data: { stats: CanvasDay[] } }>('GET', `${series}&include_step_breakdown=true&ending_at=${encodeURIComponent(new Date().toISOString())}`);
	return { ...details, bars: canvasBars(data.stats) };
}

async function start({ id, kind, name }: BrazeThing, words: string): Promise<void> {
	const recipients = [{ external_user_id: customer.value }];
	const properties = words === '' ? {} : { msg_body: words };
	if (kind === 'campaign') await braze('POST', '/campaigns/trigger/send', { campaign_id: id, recipients, trigger_properties: properties });
	else await braze('POST', '/canvas/trigger/send', { canvas_id: id, recipients, context: properties });
	say(`“${name}” was triggered for ${customer.value}.`);
}

/** One campaign or Canvas; opened, it shows its figures of two weeks and how to start it. */
export function BrazeCard({ thing }: { thing: BrazeThing }) {
	const [opened, setOpened] = useState<Opened>();
	const [words, setWords] = useState('Hello from the console');
	const load = (): Promise<boolean> => attempt(async () => setOpened(await read(thing)));
	const startable = opened?.enabled === true && opened.schedule_type === 'api_triggered';
	return (
		<li>
			<details
				key={epoch.value}
				onToggle={({ currentTarget }) => {
					if (currentTarget.open) void load();
				}}
			>
				<summary>
					<span class="thing-name">{thing.name}</span>
					<span class="tag">{thing.kind === 'canvas' ? 'Canvas' : 'campaign'}</span>
				</summary>
				{opened && (
					<div class="thing-body">
						<p class="hint">{`${HOW[opened.schedule_type] ?? opened.schedule_type}${opened.enabled ? '' : ' · stopped'} · ${opened.channels.join(', ') || 'no channel'}`}</p>
						<Bars label={`${thing.name}, last ${DAYS} days`} bars={opened.bars} />
						{startable && (
							<label class="field">
								<span>Text (msg_body)</span>
								<input value={words} onInput={({ currentTarget }) => setWords(currentTarget.value)} />
							</label>
						)}
						<div class="row">
							{startable && (
								<button type="button" class="button" onClick={() => void attempt(() => start(thing, words)).then(load)}>Trigger for {customer.value}</button>
							)}
							<button type="button" class="button quiet" onClick={() => void load()}>Read figures again</button>
						</div>
					</div>
				)}
			</details>
		</li>
	);
}
