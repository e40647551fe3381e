import { callOperation, field, limitFields, mostOf } from '../../../shared/operation';
import { z } from '../../../shared/schema';
import type { Answer, Call } from '../../../shared/transport/call';
import { nextByToken } from '../../paging';
import { rowsOf } from '../../shapes';
import { unixMs } from '../../values';
import { MESSAGE_DOCS } from './messageFields';

/** Messages a page. What Sendbird's text gives as its most could not be read; 50 is within what others use. */
const PAGE = 50;

const searched = z.object({ has_next: z.boolean().optional(), end_cursor: z.string().min(1) });

/** Search pages by a cursor of its own, as Sendbird's SDK does it: `end_cursor` of an answer is the `after` of the following call. The API's lists do it by token. */
function next(call: Call, answer: Answer): Call | undefined {
	const parsed = searched.safeParse(answer.body);
	if (!parsed.success) return nextByToken(call, answer);
	return parsed.data.has_next === false ? undefined : { ...call, query: { ...call.query, after: parsed.data.end_cursor } };
}

export const search = callOperation({
	name: 'Search',
	action: 'Search messages',
	description: 'Find messages by their words, in one group channel or in up to 100 channels of one user; each as an item',
	documentation: `${MESSAGE_DOCS}/message-search/search-messages`,
	calls: ['GET /v3/search/messages'],
	fields: {
		query: field.requiredText({ displayName: 'Query', description: 'Punctuation is not indexed, so leave it out' }),
		within: field.choice({
			displayName: 'Within',
			options: [
				{ name: 'Channel', value: 'channel' },
				{ name: 'Channels of a User', value: 'user' },
			],
			initial: 'channel',
		}),
		channelUrl: field.shownWhen({ within: ['channel'] }, field.requiredId({ displayName: 'Channel URL', description: 'Of a group channel' })),
		userId: field.shownWhen({ within: ['user'] }, field.requiredId({ displayName: 'User ID' })),
		...limitFields,
		filters: field.extras({
			displayName: 'Filters',
			placeholder: 'Add Filter',
			fields: {
				exactMatch: field.toggle({ displayName: 'Exact Match', description: 'Whether the words must stand together as given', initial: false }),
				sentAfter: field.optionalMoment({ displayName: 'Sent After' }),
				sentBefore: field.optionalMoment({ displayName: 'Sent Before' }),
				sortField: field.choice({
					displayName: 'Sort Field',
					options: [
						{ name: 'Score', value: 'score', description: 'Best match first' },
						{ name: 'Time', value: 'ts', description: 'Newest first' },
					],
					initial: 'score',
				}),
			},
		}),
	},
	retry: 'safe',
	check: ({ within, channelUrl, userId }) => {
		if (within === 'channel') return channelUrl === undefined ? { displayName: 'Channel URL', message: 'is missing' } : undefined;
		return userId === undefined ? { displayName: 'User ID', message: 'is missing' } : undefined;
	},
	request: ({ query, channelUrl, userId, filters, ...limits }) => ({
		method: 'GET',
		path: '/v3/search/messages',
		query: {
			query,
			channel_url: channelUrl,
			user_id: userId,
			limit: Math.min(PAGE, mostOf(limits) ?? PAGE),
			exact_match: filters.exactMatch,
			message_ts_from: unixMs(filters.sentAfter),
			message_ts_to: unixMs(filters.sentBefore),
			sort_field: filters.sortField,
		},
	}),
	page: { next, most: mostOf },
	outcome: rowsOf('results'),
});
