import { MESSAGING_RULES } from './messagingRules';
import { fieldText } from '../users/profile';
import { NotSent } from './render';
import type { BrazeState } from '../state';
import type { EmailContent } from './emailObject';
import { sendOut, type Outgoing } from './sendOut';

/** Addresses that bounce for good: those whose name begins with "bounce". */
const bounces = (address: string): boolean => /^bounce/i.test(address);

export const linksIn = (html: string): string[] => [...html.matchAll(/href\s*=\s*["']([^"']+)["']/gi)].map((match) => match[1].replace(/&amp;/g, '&'));

const asText = (html: string): string =>
	html
		.replace(/<(style|script|head)[\s\S]*?<\/\1>/gi, '')
		.replace(/<(?:br|\/p|\/div|\/h\d|\/li|\/tr)\b[^>]*>/gi, '\n')
		.replace(/<[^>]+>/g, '')
		.replace(/&nbsp;/g, ' ')
		.replace(/&lt;/g, '<')
		.replace(/&gt;/g, '>')
		.replace(/&amp;/g, '&')
		.split('\n')
		.map((line) => line.trim())
		.join('\n')
		.trim();

/** Whether somebody with this subscription is sent to. */
export type Wanted = 'opted_in' | 'subscribed' | 'all';

export function mayReceive(subscription: string | undefined, wanted: Wanted): boolean {
	if (wanted === 'all') return true;
	return wanted === 'opted_in' ? subscription === 'opted_in' : subscription !== 'unsubscribed';
}

interface Email extends EmailContent {
	attachments?: Array<{ file_name: string }>;
}

/** One e-mail to one person. */
export async function sendEmail(state: BrazeState, email: Email, wanted: Wanted, outgoing: Outgoing): Promise<void> {
	const { profile } = outgoing;
	await sendOut(state, 'email', outgoing, async (render) => {
		const address = fieldText(profile.data, 'email');
		if (address === undefined) throw new NotSent(MESSAGING_RULES.noEmail);
		if (!mayReceive(fieldText(profile.data, 'email_subscribe'), wanted)) throw new NotSent(MESSAGING_RULES.notSubscribed);
		if (state.data.email.isBlocked(address)) throw new NotSent(MESSAGING_RULES.emailBlocked);
		const html = await render(email.body ?? '');
		const content = {
			from: await render(email.from),
			...(email.reply_to === undefined || email.reply_to === 'NO_REPLY_TO' ? {} : { reply_to: email.reply_to }),
			subject: await render(email.subject ?? ''),
			...(email.preheader === undefined ? {} : { preheader: await render(email.preheader) }),
			text: email.plaintext_body === undefined ? asText(html) : await render(email.plaintext_body),
			html,
			links: linksIn(html),
			...(email.attachments === undefined ? {} : { attachments: email.attachments.map(({ file_name: name }) => name) }),
		};
		if (!bounces(address)) return { content };
		state.data.email.hardBounce(address);
		return { content, result: 'bounced', why: MESSAGING_RULES.bouncing };
	});
}
