import type { IDataObject } from 'n8n-workflow';
import { callOperation, field, limitFields, mostOf } from '../../../shared/operation';
import { z } from '../../../shared/schema';
import { objectBody, type Answer, type Call } from '../../../shared/transport/call';
import { rowsIn } from '../../rows';

const pageShape = z.object({ next_page: z.string().nullish() });

/** This list pages by number only, and ends at 10,000 rows. */
function nextPage(call: Call, answer: Answer): Call | undefined {
	const { next_page: next } = pageShape.parse(objectBody(answer));
	return next ? { ...call, query: { ...call.query, page: Number(call.query?.page ?? 1) + 1 } } : undefined;
}

export const search = callOperation({
	name: 'Search',
	action: 'Search users',
	description: 'Find users by name, e-mail, phone or notes; the index lags by minutes. By External ID it is a direct look-up.',
	documentation: 'https://developer.zendesk.com/api-reference/ticketing/users/users/#search-users',
	calls: ['GET /api/v2/users/search'],
	fields: {
		by: field.choice({
			displayName: 'Search By',
			options: [
				{ name: 'External ID', value: 'externalId', description: 'Exact, but without regard to case' },
				{ name: 'Query', value: 'query', description: 'Zendesk\'s search syntax, for instance phone:+15551234567' },
			],
			initial: 'query',
		}),
		value: field.requiredId({ displayName: 'Value', placeholder: 'phone:+15551234567' }),
		...limitFields,
	},
	retry: 'safe',
	request: ({ by, value, ...limits }) => ({
		method: 'GET',
		path: '/api/v2/users/search',
		query: { ...(by === 'externalId' ? { external_id: value } : { query: value }), per_page: Math.min(mostOf(limits) ?? 100, 100), page: 1 },
	}),
	page: { next: nextPage, most: mostOf },
	outcome: (answer): IDataObject[] => rowsIn(answer, 'users'),
});
