import { callOperation } from '../../../shared/operation';
import { emailTemplateField } from '../../dataPickFields';
import { detailsOf } from '../../details';

export const get = callOperation({
	name: 'Get',
	action: 'Get an email template',
	description: 'Read an email template with subject and bodies',
	documentation: 'https://www.braze.com/docs/api/endpoints/templates/email_templates/get_see_email_template_information/',
	calls: ['GET /templates/email/info'],
	fields: { emailTemplate: emailTemplateField },
	retry: 'safe',
	request: ({ emailTemplate }) => ({ method: 'GET', path: '/templates/email/info', query: { email_template_id: emailTemplate } }),
	outcome: (answer) => detailsOf(answer),
});
