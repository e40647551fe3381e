import { callOperation, field } from '../../../shared/operation';
import { emailTemplateField } from '../../dataPickFields';
import { detailsOf } from '../../details';
import { minorFailure } from '../../minorErrors';
import { bodyField, furtherBody, furtherFields, nameField, subjectField } from './templateFields';

const fields = {
	emailTemplate: emailTemplateField,
	changes: field.extras({
		displayName: 'Update Fields',
		placeholder: 'Add Field',
		fields: { ...furtherFields, body: field.optionalText(bodyField), subject: field.optionalText(subjectField), templateName: field.optionalText(nameField) },
	}),
};

export const update = callOperation({
	name: 'Update',
	action: 'Update an email template',
	description: 'Change parts of an email template; what is not given stays',
	documentation: 'https://www.braze.com/docs/api/endpoints/templates/email_templates/post_update_email_template/',
	calls: ['POST /templates/email/update'],
	fields,
	check: ({ changes }) => (Object.values(changes).every((value) => value === undefined) ? { displayName: 'Update Fields', message: 'is missing; add at least one' } : undefined),
	retry: 'safe',
	request: ({ emailTemplate, changes }) => ({
		method: 'POST',
		path: '/templates/email/update',
		body: { email_template_id: emailTemplate, template_name: changes.templateName, subject: changes.subject, body: changes.body, ...furtherBody(changes) },
	}),
	classify: minorFailure,
	outcome: (answer, { emailTemplate }) => ({ email_template_id: emailTemplate, ...detailsOf(answer) }),
});
