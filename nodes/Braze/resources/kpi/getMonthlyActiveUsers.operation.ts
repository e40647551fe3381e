import { seriesOperation } from '../../series';
import { kpiSeriesFields, kpiSeriesQuery } from './kpiSeriesFields';

export const getMonthlyActiveUsers = seriesOperation({
	name: 'Get Monthly Active Users',
	action: 'Get the active users of the last 30 days',
	description: 'Count, for each day, the users who were active in the 30 days before it',
	documentation: 'https://www.braze.com/docs/api/endpoints/export/kpi/get_kpi_mau_30_days/',
	endpoint: 'GET /kpi/mau/data_series',
	fields: kpiSeriesFields,
	query: kpiSeriesQuery,
});
