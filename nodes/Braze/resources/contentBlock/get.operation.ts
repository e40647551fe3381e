import { callOperation, field } from '../../../shared/operation';
import { contentBlockField } from '../../dataPickFields';
import { detailsOf } from '../../details';

const fields = {
	contentBlock: contentBlockField,
	includeInclusionData: field.toggle({ displayName: 'Include Inclusion Data', description: 'Whether to name the campaigns and Canvases that the block is used in', initial: false }),
};

export const get = callOperation({
	name: 'Get',
	action: 'Get a content block',
	description: 'Read a content block with its content',
	documentation: 'https://www.braze.com/docs/api/endpoints/templates/content_blocks_templates/get_see_email_content_blocks_information/',
	calls: ['GET /content_blocks/info'],
	fields,
	retry: 'safe',
	request: ({ contentBlock, includeInclusionData }) => ({
		method: 'GET',
		path: '/content_blocks/info',
		query: { content_block_id: contentBlock, include_inclusion_data: includeInclusionData || undefined },
	}),
	outcome: (answer) => detailsOf(answer),
});
