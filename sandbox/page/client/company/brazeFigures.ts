import type { Bar } from '../ui/figure';

type Named = Record<string, string | number>;

/** A day of Braze's `/campaigns/data_series`: channel to a list of variations. */
export interface CampaignDay {
	messages: Record<string, Named[]>;
}

/** A day of Braze's `/canvas/data_series`. */
export interface CanvasDay {
	total_stats: { entries: number; conversions?: number; revenue?: number };
	step_stats?: Record<string, { messages: Record<string, Named[]> }>;
}

/** In this order where a channel has them; the others follow. */
const FIRST = ['entries', 'sent', 'delivered', 'opens', 'unique_opens', 'clicks'];
const BAD = /error|fail|bounce|reject|spam|opt_out|unsubscribe/;

const title = (name: string): string => name.replaceAll('_', ' ');

function addUp(totals: Map<string, number>, variations: Named[]): void {
	for (const variation of variations) {
		for (const [name, value] of Object.entries(variation)) if (typeof value === 'number') totals.set(name, (totals.get(name) ?? 0) + value);
	}
}

function bars(totals: Map<string, number>): Bar[] {
	const rank = ([name]: [string, number]): number => (FIRST.includes(name) ? FIRST.indexOf(name) : FIRST.length);
	return [...totals]
		.filter(([name, value]) => value > 0 || name === 'sent' || name === 'entries')
		.sort((a, b) => rank(a) - rank(b))
		.map(([name, value]) => ({ title: title(name), value, bad: BAD.test(name) }));
}

/** All days and variations of a campaign, added up. */
export function campaignBars(days: readonly CampaignDay[]): Bar[] {
	const totals = new Map<string, number>();
	for (const { messages } of days) for (const variations of Object.values(messages)) addUp(totals, variations);
	return bars(totals);
}

/** All days and steps of a Canvas, added up. */
export function canvasBars(days: readonly CanvasDay[]): Bar[] {
	const totals = new Map<string, number>();
	for (const { total_stats: stats, step_stats: steps = {} } of days) {
		totals.set('entries', (totals.get('entries') ?? 0) + stats.entries);
		for (const { messages } of Object.values(steps)) for (const variations of Object.values(messages)) addUp(totals, variations);
	}
	return bars(totals);
}
