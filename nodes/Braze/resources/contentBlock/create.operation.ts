import { callOperation, field } from '../../../shared/operation';
import { detailsOf } from '../../details';
import { minorFailure } from '../../minorErrors';
import { checkContentBlock, contentField, furtherFields, nameField } from './contentBlockFields';

const fields = {
	name: field.requiredId(nameField),
	content: field.requiredText(contentField),
	more: field.extras({ displayName: 'Additional Fields', placeholder: 'Add Field', fields: furtherFields }),
};

export const create = callOperation({
	name: 'Create',
	action: 'Create a content block',
	description: 'Make a content block; the answer has the Liquid tag that puts it into messages',
	documentation: 'https://www.braze.com/docs/api/endpoints/templates/content_blocks_templates/post_create_email_content_block/',
	calls: ['POST /content_blocks/create'],
	fields,
	check: ({ name, content, more }) => checkContentBlock({ name, content, description: more.description }),
	retry: 'onlyIfNothingHappened',
	request: ({ name, content, more }) => ({
		method: 'POST',
		path: '/content_blocks/create',
		body: { name, content, description: more.description, state: more.state, tags: more.tags },
	}),
	classify: minorFailure,
	outcome: (answer, { name }) => ({ name, ...detailsOf(answer) }),
});
