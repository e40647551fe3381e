import type { IDataObject } from 'n8n-workflow';
import { field, limitFields, mostOf, storyOperation } from '../../../shared/operation';
import { exportSearch, searchUpToWall, WALL } from '../../ticketSearch';

const fields = {
	query: field.requiredText({
		displayName: 'Query',
		description: 'In Zendesk\'s search syntax, without "type:". The index lags by minutes: look a ticket up by its External ID with Get Many if it is new.',
		placeholder: 'status<solved requester:name@email.com',
	}),
	...limitFields,
	beyond: field.choice({
		displayName: 'Beyond 1,000 Results',
		options: [
			{ name: 'Export Them', value: 'export', description: 'Zendesk\'s export of a search has no end; it is ordered by creation alone' },
			{ name: 'Stop and Tell', value: 'stop', description: 'Only the first 1,000 come, in your order; each says how many there are in all' },
		],
		initial: 'export',
	}),
	more: field.extras({
		displayName: 'Order',
		placeholder: 'Add Order',
		fields: {
			sortBy: field.choice({
				displayName: 'Sort By',
				options: [
					{ name: 'Created At', value: 'created_at' },
					{ name: 'Priority', value: 'priority' },
					{ name: 'Status', value: 'status' },
					{ name: 'Ticket Type', value: 'ticket_type' },
					{ name: 'Updated At', value: 'updated_at' },
				],
				initial: 'created_at',
			}),
			sortOrder: field.choice({ displayName: 'Sort Order', options: [{ name: 'Ascending', value: 'asc' }, { name: 'Descending', value: 'desc' }], initial: 'desc' }),
		},
	}),
};

/** A plain search stops at 1,000 rows with 422; who wants more gets the export of the same query, or is told on every row. */
export const search = storyOperation({
	name: 'Search',
	action: 'Search tickets',
	description: 'Find tickets by Zendesk\'s search syntax. Every item says under "search" how many there are in all and whether these are all of them.',
	documentation: 'https://developer.zendesk.com/api-reference/ticketing/ticket-management/search/',
	calls: ['GET /api/v2/search', 'GET /api/v2/search/export'],
	fields,
	check: ({ query }) => (/\btype:/i.test(query) ? { displayName: 'Query', message: 'must not hold "type:"; this operation searches tickets only' } : undefined),
	retry: 'safe',
	async story({ query, beyond, more, ...limits }, door): Promise<IDataObject[]> {
		const most = mostOf(limits) ?? Infinity;
		const order = { ...(more.sortBy === undefined ? {} : { sort_by: more.sortBy }), ...(more.sortOrder === undefined ? {} : { sort_order: more.sortOrder }) };
		const first = await searchUpToWall(door, query, order, Math.min(most, WALL));
		const hitsWall = most > WALL && first.total > WALL;
		const rows = hitsWall && beyond === 'export' ? await exportSearch(door, query, most) : first.rows;
		const complete = rows.length >= first.total;
		const note = hitsWall && beyond === 'stop' ? `Zendesk gives no more than ${WALL} of ${first.total} results: narrow the query, or choose "Export Them"` : undefined;
		return rows.map((row) => ({ ...row, search: { total: first.total, returned: rows.length, complete, ...(note === undefined ? {} : { note }) } }));
	},
});
