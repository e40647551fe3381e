import { NotSent } from './render';
import { MESSAGING_RULES } from './messagingRules';
import type { BrazeState } from '../state';
import { sendOut, type Outgoing } from './sendOut';
import { reachablePhone } from './sms';
import { whatsAppText, type WhatsAppObject } from './whatsAppObject';

/** One WhatsApp message to one person. The subscription is that of the phone number in the group, as for SMS. */
export async function sendWhatsApp(state: BrazeState, object: WhatsAppObject, outgoing: Outgoing): Promise<void> {
	await sendOut(state, 'whats_app', outgoing, async (render) => {
		reachablePhone(state, outgoing.profile);
		const text = await render(whatsAppText(object));
		if (text.trim() === '' && object.message_type !== 'text_image_response_message') throw new NotSent(MESSAGING_RULES.emptyMessage);
		const media = object.message_type === 'text_image_response_message' ? [await render(object.message.image_uri)] : [];
		return { content: { text, links: text.match(/https?:\/\/\S+/g) ?? [], media } };
	});
}
