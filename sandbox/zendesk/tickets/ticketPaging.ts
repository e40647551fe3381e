import type { PagingOptions } from '../paging';
import type { ZendeskState } from '../state';
import { STATUSES, type Ticket } from '../types';

/** Tickets sort by id, updated_at and status only. */
export const ticketPaging = (state: ZendeskState): PagingOptions<Ticket> => ({
	baseUrl: state.world.options.baseUrl,
	id: ({ id }) => id,
	sortBy: {
		id: ({ id }) => id,
		updated_at: ({ updated_at: at }) => at,
		status: ({ status }) => STATUSES.indexOf(status),
	},
});
