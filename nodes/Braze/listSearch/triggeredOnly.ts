import { NodeOperationError } from 'n8n-workflow';
import type { ListSearch } from '../../shared/operation';
import { z } from '../../shared/schema';
import { objectBody } from '../../shared/transport/call';
import { openDoor, type Door } from '../../shared/transport/door';
import { mapLimited } from '../../shared/transport/mapLimited';
import { braze } from '../api';

export interface Triggered {
	list: '/campaigns/list' | '/canvas/list';
	details: '/campaigns/details' | '/canvas/details';
	rowsIn: 'campaigns' | 'canvases';
	idName: 'campaign_id' | 'canvas_id';
}

const rows = z.array(z.object({ id: z.string(), name: z.string(), is_api_campaign: z.boolean().optional() }));

/** What other clients saw for API-triggered delivery is `api_triggered`; Braze's pages do not list the values. */
const IS_API = /api/i;

const PAGE = 100;
/** Details in flight at once; the default pool of 250,000 an hour is far away. */
const AT_ONCE = 8;

/**
 * Whether a call can trigger it. Only its details tell: one more call each. Undefined where they cannot be read (no permission) or do not say;
 * then it is offered all the same.
 */
async function isTriggered(door: Door, { details, idName }: Triggered, id: string): Promise<boolean | undefined> {
	const result = await door.attempt({ method: 'GET', path: details, query: { [idName]: id } }, 'safe');
	const type = result.ok ? objectBody(result.answer).schedule_type : undefined;
	return typeof type === 'string' && type !== '' ? IS_API.test(type) : undefined;
}

/** A pick list of what has API-triggered delivery: newest first, filtered by name before the details are read. */
export function triggeredOnly(kind: Triggered): ListSearch {
	return async function search(filter = '', paginationToken = '') {
		const page = Number(paginationToken || 0);
		const door = await openDoor(this, braze);
		const result = await door.attempt({ method: 'GET', path: kind.list, query: { page, sort_direction: 'desc' } }, 'safe');
		if (!result.ok) throw new NodeOperationError(this.getNode(), result.failure.message, { description: result.failure.fix });
		const listed = rows.parse(objectBody(result.answer)[kind.rowsIn] ?? []);
		// API campaigns carry no message of their own, so nothing triggers them.
		const candidates = listed.filter(({ name, is_api_campaign: isApi }) => isApi !== true && name.toLowerCase().includes(filter.toLowerCase()));
		const [first, ...others] = candidates;
		const ofFirst = first && (await isTriggered(door, kind, first.id));
		// Where the first cannot be read the key lacks the permission: no use in asking for the others.
		const told = ofFirst === undefined ? candidates.map(() => undefined) : [ofFirst, ...(await mapLimited(others, AT_ONCE, async ({ id }) => await isTriggered(door, kind, id)))];
		return {
			results: candidates.filter((_, at) => told[at] !== false).map(({ id, name }) => ({ name, value: id })),
			paginationToken: listed.length === PAGE ? String(page + 1) : undefined,
		};
	};
}
