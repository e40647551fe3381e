import { callOperation, field } from '../../../shared/operation';
import { detailsOf } from '../../details';
import { minorFailure } from '../../minorErrors';
import { bodyField, furtherBody, moreField, nameField, subjectField } from './templateFields';

const fields = {
	templateName: field.requiredText(nameField),
	subject: field.requiredText(subjectField),
	body: field.requiredText(bodyField),
	more: moreField,
};

/** Names are no keys: a repeat would make a second template. */
export const create = callOperation({
	name: 'Create',
	action: 'Create an email template',
	description: 'Make an email template of HTML',
	documentation: 'https://www.braze.com/docs/api/endpoints/templates/email_templates/post_create_email_template/',
	calls: ['POST /templates/email/create'],
	fields,
	retry: 'onlyIfNothingHappened',
	request: ({ templateName, subject, body, more }) => ({ method: 'POST', path: '/templates/email/create', body: { template_name: templateName, subject, body, ...furtherBody(more) } }),
	classify: minorFailure,
	outcome: (answer, { templateName }) => ({ template_name: templateName, ...detailsOf(answer) }),
});
