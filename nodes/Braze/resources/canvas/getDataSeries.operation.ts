import { callOperation } from '../../../shared/operation';
import { objectBody } from '../../../shared/transport/call';
import { rowsIn } from '../../paging';
import { checkStats, statsFields, statsQuery } from './statsFields';

export const getDataSeries = callOperation({
	name: 'Get Data Series',
	action: 'Get the data series of a canvas',
	description: 'Read the daily figures of a Canvas: entries, conversions and revenue; up to 14 days',
	documentation: 'https://www.braze.com/docs/api/endpoints/export/canvas/get_canvas_analytics/',
	calls: ['GET /canvas/data_series'],
	fields: statsFields,
	check: checkStats,
	retry: 'safe',
	request: (input) => ({ method: 'GET', path: '/canvas/data_series', query: statsQuery(input) }),
	// The days stand one level deeper than in other series, beside the name.
	outcome: (answer) => rowsIn({ ...answer, body: objectBody(answer).data }, 'stats'),
});
