import { segmentField } from '../../pickFields';
import { seriesFields, seriesOperation, seriesQuery } from '../../series';

export const getDataSeries = seriesOperation({
	name: 'Get Data Series',
	action: 'Get the data series of a segment',
	description: 'Read the size of a segment day by day; analytics tracking must be switched on for the segment in the dashboard',
	documentation: 'https://www.braze.com/docs/api/endpoints/export/segments/get_segment_analytics/',
	endpoint: 'GET /segments/data_series',
	fields: { segment: segmentField, ...seriesFields },
	query: (input) => ({ segment_id: input.segment, ...seriesQuery(input) }),
});
