import type { FastifyInstance } from 'fastify';
import { defaultPool, get } from '../endpoint';
import { documented } from '../rules';
import type { BrazeState } from '../state';
import { editedList, refuse } from './editedList';
import { emailTemplatesWrite } from './emailTemplatesWrite';
import type { EmailTemplate } from './emailTemplateState';

const shown = (template: EmailTemplate) => ({
	email_template_id: template.id,
	template_name: template.name,
	created_at: new Date(template.createdAt).toISOString(),
	updated_at: new Date(template.updatedAt).toISOString(),
	tags: template.tags,
});

/** `GET /templates/email/list` */
function list(app: FastifyInstance, state: BrazeState): void {
	get(app, state, {
		path: '/templates/email/list',
		permission: 'templates.email.list',
		pools: defaultPool,
		answer: (query, request) => {
			const templates = editedList(query, 'Template', state.data.emailTemplates.templates, ({ updatedAt }) => updatedAt);
			request.notes.rule = documented('100 templates a page unless limit says otherwise; refusals are worded as those of content blocks');
			return { status: 200, body: { message: 'success', count: templates.length, templates: templates.map(shown) } };
		},
	});
}

/** `GET /templates/email/info` */
function info(app: FastifyInstance, state: BrazeState): void {
	get(app, state, {
		path: '/templates/email/info',
		permission: 'templates.email.info',
		pools: defaultPool,
		answer: (query, request) => {
			const id = query.one('email_template_id') ?? refuse('Email Template ID cannot be blank');
			const template = state.data.emailTemplates.templates.find((one) => one.id === id) ?? refuse('Email Template ID is invalid for this workspace');
			request.notes.rule = documented('one template with its texts');
			return {
				status: 200,
				body: {
					message: 'success',
					...shown(template),
					description: '',
					subject: template.subject,
					preheader: template.preheader,
					body: template.body,
					plaintext_body: template.plaintextBody,
					should_inline_css: template.shouldInlineCss ?? false,
				},
			};
		},
	});
}

export function emailTemplates(app: FastifyInstance, state: BrazeState): void {
	list(app, state);
	info(app, state);
	emailTemplatesWrite(app, state);
}
