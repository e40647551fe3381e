import { seriesOperation } from '../../series';
import { purchaseSeriesFields, purchaseSeriesQuery } from './purchaseSeriesFields';

export const getQuantitySeries = seriesOperation({
	name: 'Get Quantity Series',
	action: 'Get the number of purchases over time',
	description: 'Count purchases day by day or hour by hour, for one app or product if need be',
	documentation: 'https://www.braze.com/docs/api/endpoints/export/purchases/get_number_of_purchases/',
	endpoint: 'GET /purchases/quantity_series',
	fields: purchaseSeriesFields,
	query: purchaseSeriesQuery,
});
