import { braze } from '../net/control';
import type { Bar } from '../ui/figure';
import { campaignBars, canvasBars, type CampaignDay, type CanvasDay } from './brazeFigures';

/** A campaign or a Canvas, as Braze's dashboard lists them. */
export interface BrazeThing {
	id: string;
	name: string;
	kind: 'campaign' | 'canvas';
	/** Of a campaign: what starts it, and its channels. */
	schedule?: string;
	channels?: readonly string[];
}

export interface BrazeDetails {
	enabled: boolean;
	schedule_type: string;
	channels: string[];
	description?: string;
}

interface Listed {
	id: string;
	name: string;
}

export const FIGURE_DAYS = 14;

const PATHS = { campaign: { details: '/campaigns/details?campaign_id=', series: '/campaigns/data_series?campaign_id=' }, canvas: { details: '/canvas/details?canvas_id=', series: '/canvas/data_series?canvas_id=' } };

export const readDetails = async ({ id, kind }: Pick<BrazeThing, 'id' | 'kind'>): Promise<BrazeDetails> => await braze<BrazeDetails>('GET', `${PATHS[kind].details}${encodeURIComponent(id)}`);

/** What starts a campaign does not change: it is asked once. */
const natures = new Map<string, Promise<BrazeDetails>>();

async function natureOf(id: string): Promise<Partial<BrazeDetails>> {
	const known = natures.get(id) ?? readDetails({ id, kind: 'campaign' });
	natures.set(id, known);
	// Asked again next time; until then the campaign stands in the list without it.
	return await known.catch(() => {
		natures.delete(id);
		return {};
	});
}

/** The newest 100 of each. */
export async function readThings(): Promise<BrazeThing[]> {
	const { campaigns } = await braze<{ campaigns: Listed[] }>('GET', '/campaigns/list?sort_direction=desc');
	const { canvases } = await braze<{ canvases: Listed[] }>('GET', '/canvas/list?sort_direction=desc');
	const listed = campaigns.map(async ({ id, name }): Promise<BrazeThing> => {
		const { schedule_type: schedule, channels } = await natureOf(id);
		return { id, name, kind: 'campaign', schedule, channels };
	});
	return [...(await Promise.all(listed)), ...canvases.map(({ id, name }): BrazeThing => ({ id, name, kind: 'canvas' }))];
}

/** The figures of two weeks. */
export async function readFigures({ id, kind }: BrazeThing): Promise<Bar[]> {
	const series = `${PATHS[kind].series}${encodeURIComponent(id)}&length=${FIGURE_DAYS}`;
	if (kind === 'campaign') return campaignBars((await braze<{ data: CampaignDay[] }>('GET', series)).data);
	const { data } = await braze<{ data: { stats: CanvasDay[] } }>('GET', `${series}&include_step_breakdown=true&ending_at=${encodeURIComponent(new Date().toISOString())}`);
	return canvasBars(data.stats);
}
