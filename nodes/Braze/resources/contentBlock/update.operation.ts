import { callOperation, field } from '../../../shared/operation';
import { contentBlockField } from '../../dataPickFields';
import { detailsOf } from '../../details';
import { minorFailure } from '../../minorErrors';
import { checkContentBlock, contentField, furtherFields, nameField } from './contentBlockFields';

const fields = {
	contentBlock: contentBlockField,
	changes: field.extras({
		displayName: 'Update Fields',
		placeholder: 'Add Field',
		fields: {
			...furtherFields,
			content: field.optionalText(contentField),
			name: field.optionalId({ ...nameField, description: `${nameField.description}. The name of an active block cannot be changed.` }),
		},
	}),
};

export const update = callOperation({
	name: 'Update',
	action: 'Update a content block',
	description: 'Change parts of a content block; what is not given stays',
	documentation: 'https://www.braze.com/docs/api/endpoints/templates/content_blocks_templates/post_update_content_block/',
	calls: ['POST /content_blocks/update'],
	fields,
	check: ({ changes }) => (Object.values(changes).every((value) => value === undefined) ? { displayName: 'Update Fields', message: 'is missing; add at least one' } : checkContentBlock(changes)),
	retry: 'safe',
	request: ({ contentBlock, changes }) => ({ method: 'POST', path: '/content_blocks/update', body: { content_block_id: contentBlock, ...changes } }),
	classify: minorFailure,
	outcome: (answer, { contentBlock }) => ({ content_block_id: contentBlock, ...detailsOf(answer) }),
});
