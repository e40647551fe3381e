import { NodeOperationError, type ILoadOptionsFunctions, type INodeListSearchResult } from 'n8n-workflow';
import { z } from '../shared/schema';
import { objectBody } from '../shared/transport/call';
import { openDoor } from '../shared/transport/door';
import { braze } from './api';

const campaigns = z.array(z.object({ id: z.string(), name: z.string() }));

/** Rows a page of `/campaigns/list`. */
const PAGE = 100;

/** Campaigns, newest edit first; Braze's list cannot be filtered, so the filter works on each page. */
export async function searchCampaigns(this: ILoadOptionsFunctions, filter?: string, paginationToken?: string): Promise<INodeListSearchResult> {
	const page = Number(paginationToken ?? 0);
	const door = await openDoor(this, braze);
	const result = await door.attempt({ method: 'GET', path: '/campaigns/list', query: { page, sort_direction: 'desc' } }, 'safe');
	if (!result.ok) throw new NodeOperationError(this.getNode(), result.failure.message, { description: result.failure.fix });
	const rows = campaigns.parse(objectBody(result.answer).campaigns ?? []);
	const wanted = (filter ?? '').toLowerCase();
	return {
		results: rows.filter(({ name }) => name.toLowerCase().includes(wanted)).map(({ id, name }) => ({ name, value: id })),
		paginationToken: rows.length === PAGE ? String(page + 1) : undefined,
	};
}
