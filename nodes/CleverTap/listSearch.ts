import { pickList, type ListSearch } from '../shared/operation';
import { z } from '../shared/schema';
import { cleverTap } from './api';

const DAYS = 90;
const DAY_MS = 86_400_000;

const day = (daysAgo: number): number => Number(new Date(Date.now() - daysAgo * DAY_MS).toISOString().slice(0, 10).replace(/-/g, ''));

const shape = z.object({ targets: z.array(z.object({ id: z.union([z.string(), z.number()]), name: z.string().catch(''), status: z.string().catch('') })).catch([]) });

const searchCampaigns: ListSearch = pickList(cleverTap, {
	// A day ahead: the account's clock may be before ours.
	call: () => ({ method: 'POST', path: '/1/targets/list.json', body: { from: day(DAYS), to: day(-1) } }),
	rows: (answer) => shape.parse(answer.body).targets.map(({ id, name, status }) => ({ name: `${name || id}${status && ` (${status})`}`, value: String(id) })).reverse(),
});

/** Methods for the node's pick lists. */
export const listSearch: Record<string, ListSearch> = { searchCampaigns };
