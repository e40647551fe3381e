import { z } from 'zod';
import { buttonInput, checkButtons } from '../sending/buttons';
import { badParam } from '../graph/errors';
import { structured } from '../graph/params';
import { RULES } from '../rules';

const question = z.object({ question: z.string().min(1), payload: z.string().min(1) });

const menuEntry = z.object({
	locale: z.string(),
	composer_input_disabled: z.boolean().optional(),
	call_to_actions: z.array(buttonInput).optional(),
});

/** The properties of a Messenger profile, and of one person's menu. */
export const profileInput = z.object({
	get_started: structured(z.object({ payload: z.string().min(1) })).optional(),
	greeting: structured(z.array(z.object({ locale: z.string(), text: z.string().min(1) }))).optional(),
	persistent_menu: structured(z.array(menuEntry)).optional(),
	// The localised form came later; clients still send the flat one.
	ice_breakers: structured(z.array(z.union([question, z.object({ locale: z.string().optional(), call_to_actions: z.array(question) })]))).optional(),
	whitelisted_domains: structured(z.array(z.string())).optional(),
	account_linking_url: z.string().url().optional(),
	commands: structured(z.array(z.object({ locale: z.string(), commands: z.array(z.object({ name: z.string(), description: z.string() })) }))).optional(),
});

export type ProfileInput = z.output<typeof profileInput>;

export const PROPERTIES = Object.keys(profileInput.shape);

const oneDefault = (entries: Array<{ locale: string }>, what: string): void => {
	if (entries.filter(({ locale }) => locale === 'default').length !== 1) throw badParam(`Param ${what} must have one entry with locale default`, RULES.greeting);
};

export function checkMenu(menu: NonNullable<ProfileInput['persistent_menu']>): void {
	oneDefault(menu, 'persistent_menu');
	for (const { call_to_actions: entries = [] } of menu) {
		if (entries.some(({ type }) => type === 'nested')) throw badParam('Nested menus are no longer supported', RULES.menuNesting);
		checkButtons(entries.map((entry) => ({ ...entry, title: entry.title?.slice(0, 20) })));
	}
}

/** What is wrong with these properties by themselves. */
export function checkProfile({ greeting, persistent_menu: menu, ice_breakers: breakers, whitelisted_domains: domains }: ProfileInput): void {
	if (greeting !== undefined) {
		oneDefault(greeting, 'greeting');
		if (greeting.some(({ text }) => [...text].length > 160)) throw badParam('Length of a greeting must be less than or equal to 160', RULES.greeting);
	}
	if (menu !== undefined) checkMenu(menu);
	for (const part of breakers ?? []) {
		if ('call_to_actions' in part && part.call_to_actions.length > 4) throw badParam('Param ice_breakers has too many questions: at most 4', RULES.iceBreakers);
	}
	if ((breakers ?? []).filter((part) => 'question' in part).length > 4) throw badParam('Param ice_breakers has too many questions: at most 4', RULES.iceBreakers);
	const strange = domains?.find((domain) => !URL.canParse(domain));
	if (strange !== undefined) throw badParam(`Param whitelisted_domains: ${strange} is not a URL`);
}
