import { callOperation } from '../../../shared/operation';
import { duplicateCanvasFields } from '../../duplicateFields';
import { minorFailure } from '../../minorErrors';
import { anyCanvasField } from '../../pickFields';

/** Early access at Braze, 100 calls a minute. The copy is made later, and its ID is not told. */
export const duplicate = callOperation({
	name: 'Duplicate',
	action: 'Duplicate a canvas',
	description: 'Have Braze make a copy of a Canvas; it appears a little later, and its ID is not told (early access)',
	documentation: 'https://www.braze.com/docs/api/endpoints/messaging/duplicate_messages/post_duplicate_canvases/',
	calls: ['POST /canvas/duplicate'],
	fields: { canvas: anyCanvasField, ...duplicateCanvasFields },
	retry: 'onlyIfNothingHappened',
	request: ({ canvas, name, more }) => ({
		method: 'POST',
		path: '/canvas/duplicate',
		body: { canvas_id: canvas, name, description: more.description, tag_names: more.tagNames },
	}),
	classify: minorFailure,
	outcome: (_, { canvas, name }) => ({ accepted: true, canvasId: canvas, name }),
});
