import { callOperation } from '../../../shared/operation';
import { detailsOf } from '../../details';
import { draftField } from '../../listFields';
import { anyCanvasField } from '../../pickFields';

/** The keys of `messages` are the message variation IDs. */
export const get = callOperation({
	name: 'Get',
	action: 'Get a canvas',
	description: 'Read the details of a Canvas: its entry, variants, steps and their messages by message variation ID',
	documentation: 'https://www.braze.com/docs/api/endpoints/export/canvas/get_canvas_details/',
	calls: ['GET /canvas/details'],
	fields: { canvas: anyCanvasField, draft: draftField },
	retry: 'safe',
	request: ({ canvas, draft }) => ({ method: 'GET', path: '/canvas/details', query: { canvas_id: canvas, post_launch_draft_version: draft || undefined } }),
	outcome: (answer, { canvas }) => ({ id: canvas, ...detailsOf(answer) }),
});
