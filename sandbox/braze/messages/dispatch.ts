import type { BrazeState } from '../state';
import { CHANNEL_OF } from './channels';
import type { CheckedMessage } from './check';
import { sendContentCard } from './contentCard';
import { sendEmail, type Wanted } from './email';
import type { EmailObject } from './emailObject';
import { sendPush } from './push';
import type { Outgoing } from './sendOut';
import { sendSms } from './sms';
import { sendWebhookMessage } from './webhook';
import { sendWhatsApp } from './whatsApp';

/** What the object itself does not say comes from its template. */
function withTemplate(state: BrazeState, email: EmailObject): EmailObject {
	const template = state.data.emailTemplates.templates.find(({ id }) => id === email.email_template_id);
	if (template === undefined) return email;
	return {
		subject: template.subject,
		body: template.body,
		...(template.preheader === '' ? {} : { preheader: template.preheader }),
		...(template.plaintextBody === '' ? {} : { plaintext_body: template.plaintextBody }),
		...email,
	};
}

const addressOf = (item: string | { url: string }): string => (typeof item === 'string' ? item : item.url);

/** Sends one message object to one person, on its channel. */
export async function dispatch(state: BrazeState, message: CheckedMessage, wanted: Wanted, to: Omit<Outgoing, 'source'>): Promise<void> {
	const outgoing = { ...to, source: message.source };
	switch (message.key) {
		case 'email':
			return await sendEmail(state, withTemplate(state, message.object), wanted, outgoing);
		case 'sms':
			return await sendSms(state, { body: message.object.body, media: message.object.media_items?.map(addressOf) }, outgoing);
		case 'webhook':
			return await sendWebhookMessage(state, message.object, outgoing);
		case 'whats_app':
			return await sendWhatsApp(state, message.object, outgoing);
		case 'content_card':
			return await sendContentCard(state, message.object, outgoing);
		default:
			return await sendPush(state, CHANNEL_OF[message.key], message, wanted, outgoing);
	}
}
