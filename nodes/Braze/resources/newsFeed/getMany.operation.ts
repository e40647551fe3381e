import { callOperation, field, limitFields, mostOf } from '../../../shared/operation';
import { byPageNumber, rowsIn } from '../../paging';

/** Rows of a full page. */
const PAGE = 100;

const fields = {
	...limitFields,
	includeArchived: field.toggle({ displayName: 'Include Archived', description: 'Whether archived cards are listed too', initial: false }),
	sortDirection: field.choice({ displayName: 'Sort by Creation', options: [{ name: 'Newest First', value: 'desc' }, { name: 'Oldest First', value: 'asc' }], initial: 'desc' }),
};

/** Braze's older channel, which Content Cards follow. */
export const getMany = callOperation({
	name: 'Get Many',
	action: 'Get many cards of the news feed',
	description: 'List the cards of the News Feed, Braze\'s older channel, with their IDs, types and tags',
	documentation: 'https://www.braze.com/docs/api/endpoints/export/news_feed/get_news_feed_cards/',
	calls: ['GET /feed/list'],
	fields,
	retry: 'safe',
	request: ({ includeArchived, sortDirection }) => ({ method: 'GET', path: '/feed/list', query: { page: 0, include_archived: includeArchived || undefined, sort_direction: sortDirection } }),
	outcome: (answer) => rowsIn(answer, 'cards'),
	page: { next: byPageNumber('cards', PAGE), most: mostOf },
});
