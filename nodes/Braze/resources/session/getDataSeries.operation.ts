import { optionalSegmentField } from '../../pickFields';
import { appIdField, seriesFields, seriesOperation, seriesQuery, unitField } from '../../series';

export const getDataSeries = seriesOperation({
	name: 'Get Data Series',
	action: 'Get the sessions over time',
	description: 'Count sessions day by day or hour by hour, for one app or one segment if need be',
	documentation: 'https://www.braze.com/docs/api/endpoints/export/sessions/get_sessions_analytics/',
	endpoint: 'GET /sessions/data_series',
	fields: { ...seriesFields, unit: unitField, appId: appIdField, segment: optionalSegmentField },
	query: (input) => ({ ...seriesQuery(input), unit: input.unit, app_id: input.appId, segment_id: input.segment }),
});
