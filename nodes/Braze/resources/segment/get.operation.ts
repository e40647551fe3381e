import { callOperation } from '../../../shared/operation';
import { detailsOf } from '../../details';
import { segmentField } from '../../pickFields';

export const get = callOperation({
	name: 'Get',
	action: 'Get a segment',
	description: 'Read the details of a segment: its filters in words, description, tags and teams',
	documentation: 'https://www.braze.com/docs/api/endpoints/export/segments/get_segment_details/',
	calls: ['GET /segments/details'],
	fields: { segment: segmentField },
	retry: 'safe',
	request: ({ segment }) => ({ method: 'GET', path: '/segments/details', query: { segment_id: segment } }),
	outcome: (answer, { segment }) => ({ id: segment, ...detailsOf(answer) }),
});
