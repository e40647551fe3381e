import { callOperation } from '../../../shared/operation';
import { detailsOf } from '../../details';
import { segmentField } from '../../pickFields';
import { checkExport, exportBody, exportFileFields } from './exportFields';

/** One export of a segment runs at a time. The file is one JSON object a line, in parts of up to 5,000 users. */
export const exportBySegment = callOperation({
	name: 'Export by Segment',
	action: 'Export the users of a segment',
	description: 'Start an export of a segment; the answer has the URL at which the file will lie once it is ready',
	documentation: 'https://www.braze.com/docs/api/endpoints/export/user_data/post_users_segment/',
	calls: ['POST /users/export/segment'],
	fields: { segment: segmentField, ...exportFileFields },
	check: checkExport,
	retry: 'safe',
	request: ({ segment, ...input }) => ({ method: 'POST', path: '/users/export/segment', body: { segment_id: segment, ...exportBody(input) } }),
	outcome: (answer, { segment }) => ({ segmentId: segment, ...detailsOf(answer) }),
});
