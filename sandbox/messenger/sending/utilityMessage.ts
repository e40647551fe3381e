import { z } from 'zod';
import { requirePermission } from '../graph/auth';
import { badParam } from '../graph/errors';
import { parse } from '../graph/params';
import { RULES } from '../rules';
import type { Page, Token, UtilityTemplate } from '../types';

const payloadInput = z.object({
	template_type: z.literal('utility_messages'),
	name: z.string(),
	language: z.object({ code: z.string() }),
	components: z.array(z.object({ type: z.string(), parameters: z.array(z.object({ type: z.string(), text: z.string().optional() }).passthrough()).default([]) }).passthrough()).default([]),
});

/** The text of the template's body, with its placeholders. */
export const bodyOf = (template: UtilityTemplate): string => {
	const body = template.components.find(({ type }) => String(type).toLowerCase() === 'body');
	return String(body?.text ?? '');
};

const placeholders = (text: string): number => new Set(text.match(/\{\{\d+\}\}/g)).size;

/** The text that the person gets. Refuses a template that is not approved, or other than its number of values. */
export function renderUtility(page: Page, token: Token, payload: Record<string, unknown>): string {
	requirePermission(token, 'pages_utility_messaging', 'page_utility_messaging');
	const { name, language, components } = parse(payloadInput, payload);
	const template = page.templates.find((each) => each.name === name && each.language === language.code);
	if (template === undefined) throw badParam(`No message template ${name} in ${language.code}`, RULES.utilityTemplate);
	if (template.status !== 'APPROVED') throw badParam(`The message template ${name} is not approved yet`, RULES.utilityApproval);
	const values = components.find(({ type }) => type.toLowerCase() === 'body')?.parameters ?? [];
	const text = bodyOf(template);
	if (values.length !== placeholders(text)) throw badParam(`The template ${name} takes ${placeholders(text)} values, not ${values.length}`, RULES.utilityTemplate);
	return text.replace(/\{\{(\d+)\}\}/g, (_all, number: string) => values[Number(number) - 1]?.text ?? '');
}
