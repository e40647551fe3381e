import { seriesFields, seriesOperation, seriesQuery, unitField } from '../../series';
import { cardIdField } from './cardIdField';

export const getDataSeries = seriesOperation({
	name: 'Get Data Series',
	action: 'Get the data series of a card of the news feed',
	description: 'Count clicks and impressions of a News Feed card day by day or hour by hour',
	documentation: 'https://www.braze.com/docs/api/endpoints/export/news_feed/get_news_feed_card_analytics/',
	endpoint: 'GET /feed/data_series',
	fields: { cardId: cardIdField, ...seriesFields, unit: unitField },
	query: (input) => ({ card_id: input.cardId, ...seriesQuery(input), unit: input.unit }),
});
