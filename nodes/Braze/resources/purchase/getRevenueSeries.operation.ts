import { seriesOperation } from '../../series';
import { purchaseSeriesFields, purchaseSeriesQuery } from './purchaseSeriesFields';

export const getRevenueSeries = seriesOperation({
	name: 'Get Revenue Series',
	action: 'Get the revenue over time',
	description: 'Read what was spent day by day or hour by hour, for one app or product if need be',
	documentation: 'https://www.braze.com/docs/api/endpoints/export/purchases/get_revenue_series/',
	endpoint: 'GET /purchases/revenue_series',
	fields: purchaseSeriesFields,
	query: purchaseSeriesQuery,
});
