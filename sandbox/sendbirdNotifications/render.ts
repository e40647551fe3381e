import { missing, SendbirdError } from '../sendbird/errors';
import { RULES } from './rules';
import type { NotificationsState } from './state';
import type { Template } from './types';

export type Variables = Record<string, string>;

/** 400201 for an unknown or archived one. */
export function templateOf(state: NotificationsState, key: string): Template {
	const template = state.templates.get(key);
	if (template === undefined || template.archived) throw new SendbirdError('400201', RULES.templateUnknown, `Template "${key}" not found.`);
	return template;
}

/** The template with its variables filled in; one without a value is shown empty. */
export const render = ({ content }: Template, variables: Variables): string => content.replace(/\{([^{}]+)\}/g, (_, name: string) => variables[name.trim()] ?? '');

const lacking = ({ variables }: Template, given: Variables): string[] => variables.map(({ key }) => key).filter((key) => !(key in given) || given[key] === '');

/** Says (or refuses, by the settings) which variables have no value, and says which nobody asked for. */
export function checkVariables(state: NotificationsState, template: Template, given: Array<{ userId: string; variables: Variables }>): void {
	const without = given.flatMap(({ userId, variables }) => {
		const names = lacking(template, variables);
		return names.length === 0 ? [] : [{ userId, names }];
	});
	if (without.length > 0) {
		const [{ userId, names }] = without;
		if (state.application.settings.missingVariables === 'refuse') throw missing(`template.variables.${userId}.${names[0]}`, RULES.variableMissing);
		state.note(`${without.length} target(s) of ${template.key} lack variables, ${userId} for one: ${names.join(', ')}; shown empty`, RULES.variableMissing, userId);
	}
	const known = new Set(template.variables.map(({ key }) => key));
	const unused = new Set(given.flatMap(({ variables }) => Object.keys(variables)).filter((name) => !known.has(name)));
	if (unused.size > 0) state.note(`${template.key} has no variable ${[...unused].slice(0, 5).join(', ')}`, RULES.variableStranger);
}
