import { z } from 'zod';
import { badParam, GraphError } from '../graph/errors';
import { RULES } from '../rules';

/** Buttons of templates and menus; which fields a type needs is checked below, for the subcodes. */
export const buttonInput = z
	.object({ type: z.string(), title: z.string().optional(), url: z.string().optional(), payload: z.string().optional() })
	.passthrough();

export type Button = z.output<typeof buttonInput>;

const KINDS = ['web_url', 'postback', 'phone_number', 'account_link', 'account_unlink', 'game_play', 'element_share'];

function checkButton(button: Button): void {
	const { type, title = '', url = '', payload = '' } = button;
	if (!KINDS.includes(type)) throw badParam(`Param type of a button must be one of ${KINDS.join(', ')}`, RULES.buttons);
	if (['web_url', 'postback', 'phone_number'].includes(type) && title.trim() === '') throw new GraphError('100/2018053', RULES.buttons);
	if ([...title].length > 20) throw badParam('Length of the button title must be less than or equal to 20', RULES.buttons);
	if (type === 'postback' && payload === '') throw new GraphError('100/2018040', RULES.buttons);
	if (payload.length > 1000) throw badParam('Length of the button payload must be less than or equal to 1000', RULES.buttons);
	if ((type === 'web_url' || type === 'account_link') && url === '') throw new GraphError('100/2018041', RULES.buttons);
	if (type === 'phone_number' && payload === '') throw badParam('A phone number button needs the number as its payload', RULES.buttons);
}

/** Graph's refusal of the first wrong button. */
export function checkButtons(buttons: readonly Button[]): void {
	for (const button of buttons) checkButton(button);
}
