import { seriesOperation } from '../../series';
import { kpiSeriesFields, kpiSeriesQuery } from './kpiSeriesFields';

export const getUninstalls = seriesOperation({
	name: 'Get Daily App Uninstalls',
	action: 'Get the uninstalls of each day',
	description: 'Count the uninstalls of each day, for one app if need be',
	documentation: 'https://www.braze.com/docs/api/endpoints/export/kpi/get_kpi_uninstalls_date/',
	endpoint: 'GET /kpi/uninstalls/data_series',
	fields: kpiSeriesFields,
	query: kpiSeriesQuery,
});
