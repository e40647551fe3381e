import { callOperation } from '../../../shared/operation';
import { detailsOf } from '../../details';
import { cardIdField } from './cardIdField';

export const get = callOperation({
	name: 'Get',
	action: 'Get a card of the news feed',
	description: 'Read the details of a News Feed card',
	documentation: 'https://www.braze.com/docs/api/endpoints/export/news_feed/get_news_feed_card_details/',
	calls: ['GET /feed/details'],
	fields: { cardId: cardIdField },
	retry: 'safe',
	request: ({ cardId }) => ({ method: 'GET', path: '/feed/details', query: { card_id: cardId } }),
	outcome: (answer, { cardId }) => ({ id: cardId, ...detailsOf(answer) }),
});
