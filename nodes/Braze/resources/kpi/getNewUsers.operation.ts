import { seriesOperation } from '../../series';
import { kpiSeriesFields, kpiSeriesQuery } from './kpiSeriesFields';

export const getNewUsers = seriesOperation({
	name: 'Get Daily New Users',
	action: 'Get the new users of each day',
	description: 'Count the new users of each day, for one app if need be',
	documentation: 'https://www.braze.com/docs/api/endpoints/export/kpi/get_kpi_daily_new_users_date/',
	endpoint: 'GET /kpi/new_users/data_series',
	fields: kpiSeriesFields,
	query: kpiSeriesQuery,
});
