import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { jsonObject, type Json, type JsonObject } from '../json';
import { route } from '../route';
import { documented, unconfirmed } from '../rules';
import type { BrazeState } from '../state';
import { refuse } from './editedList';
import type { EmailTemplate } from './emailTemplateState';
import { tagsProblem } from './workspaceTags';

const CONTENT_BLOCK = /content_blocks\.\$\{([^}]+)\}/g;

function text(value: Json | undefined, what: string): string {
	return typeof value === 'string' && value !== '' ? value : refuse(`${what} is required`);
}

function optionalText(value: Json, what: string): string {
	return typeof value === 'string' ? value : refuse(`${what} must be a string`);
}

/** A body may hold blocks of this workspace only. */
function bodyOf(state: BrazeState, value: Json | undefined): string {
	const body = text(value, 'Body');
	const known = new Set(state.data.contentBlocks.blocks.map(({ name }) => name));
	if ([...body.matchAll(CONTENT_BLOCK)].some(([, name]) => !known.has(name))) refuse('Email must have valid Content Block names');
	return body;
}

function tagsOf(tags: Json): string[] {
	const problem = tagsProblem(tags);
	if (problem !== undefined) refuse(problem);
	return Array.isArray(tags) ? tags.filter((tag) => typeof tag === 'string') : [];
}

function inlineCss(value: Json): boolean {
	return typeof value === 'boolean' ? value : refuse('Invalid value for `should_inline_css`. One of `true` or `false` was expected');
}

/** What the call gives, read as a template's parts; parts that are not given are absent. */
function parts(state: BrazeState, input: JsonObject): Partial<EmailTemplate> {
	const { template_name: name, subject, body, plaintext_body: plaintext, preheader, tags, should_inline_css: css } = input;
	return {
		...(name === undefined ? {} : { name: text(name, 'Template name') }),
		...(subject === undefined ? {} : { subject: text(subject, 'Subject') }),
		...(body === undefined ? {} : { body: bodyOf(state, body) }),
		...(plaintext === undefined ? {} : { plaintextBody: optionalText(plaintext, 'Plaintext body') }),
		...(preheader === undefined ? {} : { preheader: optionalText(preheader, 'Preheader') }),
		...(tags === undefined ? {} : { tags: tagsOf(tags) }),
		...(css === undefined ? {} : { shouldInlineCss: inlineCss(css) }),
	};
}

/** `POST /templates/email/create` and `POST /templates/email/update`. */
export function emailTemplatesWrite(app: FastifyInstance, state: BrazeState): void {
	route(app, state, {
		method: 'POST',
		path: '/templates/email/create',
		permission: 'templates.email.create',
		pools: ['default'],
		body: jsonObject,
		answer: ({ body: input, request }) => {
			const now = Date.now();
			const template: EmailTemplate = {
				id: randomUUID(),
				name: text(input.template_name, 'Template name'),
				subject: text(input.subject, 'Subject'),
				body: bodyOf(state, input.body),
				plaintextBody: '',
				preheader: '',
				tags: [],
				createdAt: now,
				updatedAt: now,
				...parts(state, input),
			};
			state.data.emailTemplates.templates.push(template);
			request.notes.rule = unconfirmed('created; the status 201 is not documented');
			return { status: 201, body: { email_template_id: template.id, message: 'success' } };
		},
	});
	route(app, state, {
		method: 'POST',
		path: '/templates/email/update',
		permission: 'templates.email.update',
		pools: ['default'],
		body: jsonObject,
		answer: ({ body: { email_template_id: id, ...input }, request }) => {
			const template = state.data.emailTemplates.templates.find((one) => one.id === id) ?? refuse('Email Template ID is invalid for this workspace');
			const changed = parts(state, input);
			if (Object.keys(changed).length === 0) refuse('At least one field to update is required');
			Object.assign(template, changed, { updatedAt: Date.now() });
			request.notes.rule = documented('what is not given stays; at least one field is needed');
			return { status: 201, body: { email_template_id: template.id, message: 'success' } };
		},
	});
}
