import { callOperation, field } from '../../../shared/operation';
import { detailsOf } from '../../details';

const fields = {
	stepId: field.requiredId({ displayName: 'Canvas Step ID', description: 'Found in the details of the Canvas' }),
	messageVariation: field.requiredId({ displayName: 'Message Variation ID', description: 'Found in the details of the Canvas, with the step' }),
	linkId: field.optionalId({ displayName: 'Link ID', description: 'One link only, by the ID that Braze gave it' }),
};

export const getLinkAliases = callOperation({
	name: 'Get Link Aliases',
	action: 'Get the link aliases of a canvas step',
	description: 'List the links of an email step with their aliases; for workspaces with link aliasing',
	documentation: 'https://www.braze.com/docs/get_canvas_link_alias/',
	calls: ['GET /canvas/url_info/details'],
	fields,
	retry: 'safe',
	request: ({ stepId, messageVariation, linkId }) => ({
		method: 'GET',
		path: '/canvas/url_info/details',
		query: { canvas_step_id: stepId, message_variation_id: messageVariation, includes_link_id: linkId },
	}),
	outcome: (answer) => detailsOf(answer),
});
