import { recordInvalid } from './errors';
import type { ZendeskSettings } from './controls/controlTypes';
import { RULES } from './rules';

export const DEFAULT_SETTINGS: Readonly<ZendeskSettings> = {
	apiTokens: 'calendar',
	consent: 'ask',
	consentUser: '',
	undocumentedScopes: 'lenient',
	privateAttachments: false,
	uploadMaxBytes: 50 * 1024 * 1024,
	userImports: false,
	jobQueuedMs: 2000,
	jobWorkMs: 3000,
	jobEnd: 'completed',
	triggerCategoryRequired: false,
	jsonEscaping: 'partly',
	maxWebhooks: 0,
};

const CHOICES: Partial<Record<keyof ZendeskSettings, readonly string[]>> = {
	apiTokens: ['calendar', 'on', 'off'],
	consent: ['ask', 'allow', 'deny'],
	undocumentedScopes: ['lenient', 'strict'],
	jobEnd: ['completed', 'failed', 'killed'],
	jsonEscaping: ['partly', 'all', 'none'],
};

const isName = (name: string): name is keyof ZendeskSettings => name in DEFAULT_SETTINGS;

/** Changes the named settings in place; 422 for one that does not exist or takes no such value. */
export function changeSettings(settings: ZendeskSettings, wanted: Partial<ZendeskSettings>): void {
	for (const [name, value] of Object.entries(wanted)) {
		const kind = isName(name) ? typeof settings[name] : undefined;
		const choices = isName(name) ? CHOICES[name] : undefined;
		if (kind === undefined || typeof value !== kind || (choices !== undefined && !choices.includes(String(value)))) {
			const allowed = choices?.join(', ') ?? kind ?? 'no such setting';
			throw recordInvalid({ [name]: [{ description: `${name}: ${allowed}` }] }, RULES.invalidValue);
		}
	}
	Object.assign(settings, wanted);
}
