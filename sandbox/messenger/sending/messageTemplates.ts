import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { badParam, GraphError } from '../graph/errors';
import { emitChange } from '../deliveries/events';
import { decidedBy, listOf, pageEdge } from '../graph/graph';
import { newId } from '../ids';
import { structured } from '../graph/params';
import { RULES } from '../rules';
import type { MessengerState } from '../state';
import type { Page, UtilityTemplate } from '../types';

/** Meta's ready ones; a few of the kind, in our words. */
const LIBRARY = [
	{ id: 'order_shipped_1', name: 'order_shipped_1', language: 'en_US', category: 'UTILITY', body: 'Your order {{1}} is on its way.' },
	{ id: 'appointment_reminder_1', name: 'appointment_reminder_1', language: 'en_US', category: 'UTILITY', body: 'Your appointment is on {{1}} at {{2}}.' },
];

const APPROVAL_MS = 3000;

const component = z.object({ type: z.string(), text: z.string().optional(), example: z.unknown().optional(), buttons: z.array(z.object({ type: z.string() }).passthrough()).optional() }).passthrough();

const templateInput = z.object({
	name: z.string().regex(/^[a-z0-9_]+$/, 'snake_case'),
	language: z.string().regex(/^[a-z]{2}(_[A-Z]{2})?$/, 'a language such as en_US'),
	category: z.literal('UTILITY'),
	components: structured(z.array(component)),
});

function checkComponents(components: z.output<typeof templateInput>['components']): void {
	const body = components.find(({ type }) => type.toLowerCase() === 'body');
	if (body?.text === undefined || body.text === '') throw badParam('A template needs a BODY with text');
	if ([...body.text].length > 1024) throw badParam('Length of the body must be less than or equal to 1024', RULES.utilityTemplate);
	if (/\{\{\d+\}\}/.test(body.text) && body.example === undefined) throw badParam('A body with placeholders needs sample values', RULES.utilityTemplate);
	const kinds = components.flatMap(({ buttons = [] }) => buttons.map(({ type }) => type));
	if (kinds.includes('QUICK_REPLY')) throw new GraphError('100/2018416', RULES.utilityQuickReply);
	const strange = kinds.find((kind) => !['POSTBACK', 'URL', 'PHONE_NUMBER'].includes(kind));
	if (strange !== undefined) throw badParam(`Param type of a button must be POSTBACK, URL or PHONE_NUMBER, not ${strange}`, RULES.utilityTemplate);
}

function approveLater(state: MessengerState, page: Page, template: UtilityTemplate): void {
	state.world.timers.after(APPROVAL_MS, () => {
		if (!page.templates.includes(template)) return;
		template.status = 'APPROVED';
		state.note(`template ${template.name} is approved`, RULES.utilityApproval);
		const { id, name, language } = template;
		emitChange(state, page, 'message_template_status_update', { event: 'APPROVED', message_template_id: id, message_template_name: name, message_template_language: language, reason: 'NONE' });
	});
}

/** Utility templates: made, listed, removed; there is no edit. */
export function messageTemplates(app: FastifyInstance, state: MessengerState): void {
	const path = '/:node/message_templates';
	const permissions = ['pages_utility_messaging' as const, 'page_utility_messaging' as const];
	pageEdge(app, state, {
		method: 'POST',
		path,
		permissions,
		input: templateInput,
		answer({ input, page, request }) {
			checkComponents(input.components);
			if (page.templates.some(({ name, language }) => name === input.name && language === input.language)) throw badParam('There is already a template of this name and language', RULES.utilityTemplate);
			const template: UtilityTemplate = { id: newId(), ...input, status: 'PENDING' };
			page.templates.push(template);
			approveLater(state, page, template);
			decidedBy(request, RULES.utilityApproval);
			return { id: template.id, status: template.status, category: template.category };
		},
	});
	pageEdge(app, state, {
		method: 'GET',
		path,
		permissions,
		input: z.object({ name: z.string().optional(), language: z.string().optional(), after: z.string().optional() }),
		answer(call) {
			const { input: { name, language, after }, page } = call;
			decidedBy(call.request, RULES.utilityPermission);
			return listOf(page.templates.filter((each) => (name === undefined || each.name === name) && (language === undefined || each.language === language)), { after }, call);
		},
	});
	pageEdge(app, state, {
		method: 'DELETE',
		path,
		permissions,
		input: z.object({ name: z.string().optional(), hsm_id: z.string().optional() }),
		answer({ input: { name, hsm_id: id }, page }) {
			const before = page.templates.length;
			page.templates = page.templates.filter((each) => (id === undefined ? each.name !== name : each.id !== id));
			if (page.templates.length === before) throw badParam('There is no such message template');
			return { success: true };
		},
	});
	pageEdge(app, state, { method: 'GET', path: '/:node/message_template_library', permissions, input: z.object({ after: z.string().optional() }), answer: (call) => listOf(LIBRARY, call.input, call) });
}
