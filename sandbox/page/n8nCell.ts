import { z } from 'zod';
import { logIn, PATIENCE_MS } from './n8nLogin';
import type { N8nPlace, Play, PlayCell } from './pageTypes';

const tables = z.object({ data: z.object({ data: z.array(z.object({ id: z.string(), name: z.string(), project: z.object({ id: z.string() }) })) }) });
const rows = z.object({ data: z.object({ data: z.array(z.record(z.unknown())) }) });

/** What stands in the cell now: n8n makes keys and addresses while it runs. */
async function read(place: N8nPlace, { table, where, column }: PlayCell): Promise<string | undefined> {
	const cookie = await logIn(place);
	if (cookie === undefined) return undefined;
	const get = async <Output>(path: string, query: Record<string, string>, shape: z.ZodType<Output>): Promise<Output> => {
		const answer = await fetch(`${place.url}/rest${path}?${new URLSearchParams(query).toString()}`, { headers: { cookie }, signal: AbortSignal.timeout(PATIENCE_MS) });
		return shape.parse(await answer.json());
	};
	const named = await get('/data-tables-global', { take: '100', filter: JSON.stringify({ name: table }) }, tables);
	const found = named.data.data.find(({ name }) => name === table);
	if (found === undefined) return undefined;
	const filters = Object.entries(where).map(([columnName, value]) => ({ columnName, condition: 'eq', value }));
	const newest = await get(`/projects/${found.project.id}/data-tables/${found.id}/rows`, { take: '1', sortBy: 'id:desc', filter: JSON.stringify({ type: 'and', filters }) }, rows);
	const cell = newest.data.data.at(0)?.[column];
	return typeof cell === 'string' && cell !== '' ? cell : undefined;
}

/** Where a play leads: its link, completed by its cell. n8n names its own host in addresses; where it was reached so far is where it is. */
export async function linkOf(place: N8nPlace, { link = place.url, cell }: Play): Promise<string> {
	const value = cell && (await read(place, cell).catch(() => undefined));
	if (cell === undefined || value === undefined) return link;
	const at = new URL(cell.parameter === undefined ? value : link, place.url);
	if (cell.parameter !== undefined) at.searchParams.set(cell.parameter, value);
	return `${place.url}${at.pathname}${at.search}`;
}
