import { optionalSegmentField } from '../../pickFields';
import { appIdField, seriesFields, seriesOperation, seriesQuery, unitField } from '../../series';
import { eventField } from './eventField';

export const getDataSeries = seriesOperation({
	name: 'Get Data Series',
	action: 'Get the data series of a custom event',
	description: 'Count a custom event day by day or hour by hour, for one app or one segment if need be',
	documentation: 'https://www.braze.com/docs/api/endpoints/export/custom_events/get_custom_events_analytics/',
	endpoint: 'GET /events/data_series',
	fields: { event: eventField, ...seriesFields, unit: unitField, appId: appIdField, segment: optionalSegmentField },
	query: (input) => ({ event: input.event, ...seriesQuery(input), unit: input.unit, app_id: input.appId, segment_id: input.segment }),
});
