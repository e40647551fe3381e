import type { IDataObject } from 'n8n-workflow';
import { callOperation } from '../../../shared/operation';
import { z } from '../../../shared/schema';
import { checkStats, statsFields, statsQuery } from './statsFields';

const summary = z.object({ data: z.record(z.unknown(), { required_error: 'it has no "data"' }) });

export const getDataSummary = callOperation({
	name: 'Get Data Summary',
	action: 'Get the data summary of a canvas',
	description: 'Read the figures of a Canvas as one sum: entries, conversions and revenue; up to 14 days',
	documentation: 'https://www.braze.com/docs/api/endpoints/export/canvas/get_canvas_analytics_summary/',
	calls: ['GET /canvas/data_summary'],
	fields: statsFields,
	check: checkStats,
	retry: 'safe',
	request: (input) => ({ method: 'GET', path: '/canvas/data_summary', query: statsQuery(input) }),
	outcome: (answer, { canvas }) => ({ canvasId: canvas, ...(summary.parse(answer.body).data as IDataObject) }),
});
