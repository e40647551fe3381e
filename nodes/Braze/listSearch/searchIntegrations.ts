import { pickList } from '../../shared/operation';
import { z } from '../../shared/schema';
import { objectBody } from '../../shared/transport/call';
import { braze } from '../api';
import { byLink } from '../paging';

const rows = z.array(z.object({ integration_id: z.string(), integration_name: z.string() }));

const call = (cursor: string) => ({ method: 'GET' as const, path: '/cdi/integrations', query: cursor === '' ? {} : { cursor } });

/** Integrations of Cloud Data Ingestion, 10 a page; the next page is named in the `Link` header. */
export const searchIntegrations = pickList(braze, {
	call,
	rows: (answer) => rows.parse(objectBody(answer).results ?? []).map(({ integration_id: id, integration_name: name }) => ({ name, value: id })),
	next: (answer, cursor) => {
		const next = byLink(call(cursor), answer)?.query?.cursor;
		return typeof next === 'string' ? next : undefined;
	},
});
