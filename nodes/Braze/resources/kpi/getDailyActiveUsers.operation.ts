import { seriesOperation } from '../../series';
import { kpiSeriesFields, kpiSeriesQuery } from './kpiSeriesFields';

export const getDailyActiveUsers = seriesOperation({
	name: 'Get Daily Active Users',
	action: 'Get the active users of each day',
	description: 'Count the users of each day who were active, for one app if need be',
	documentation: 'https://www.braze.com/docs/api/endpoints/export/kpi/get_kpi_dau_date/',
	endpoint: 'GET /kpi/dau/data_series',
	fields: kpiSeriesFields,
	query: kpiSeriesQuery,
});
