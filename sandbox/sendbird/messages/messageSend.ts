import type { SendbirdApplication } from '../application';
import { newMessage } from '../channels/newChannel';
import { basicUserOf } from '../present';
import { presentChannelForWebhook, tellMembers } from '../webhooks/webhookParts';
import { emit } from '../webhooks/webhooks';
import type { Channel, Message, MessageType } from '../types';

export interface NewMessage extends Partial<Message> {
	type: MessageType;
	message: string;
}

function sender(application: SendbirdApplication, { user_id: id }: Message): Record<string, unknown> {
	return id === undefined ? {} : { sender: basicUserOf(application, id) };
}

/** The payload part of message webhooks. */
const payloadOf = (message: Message): Record<string, unknown> => ({
	message_id: message.message_id,
	custom_type: message.custom_type,
	...(message.file === undefined
		? { message: message.message, translations: message.translations }
		: { url: message.file.url, filename: message.file.name, content_type: message.file.type, content_size: message.file.size }),
	data: message.data,
	created_at: message.created_at,
	...(message.updated_at > 0 ? { updated_at: message.updated_at } : {}),
});

/** Tells the webhook what became of a message. */
export function tellMessage(application: SendbirdApplication, channel: Channel, message: Message, what: 'message_send' | 'message_update' | 'message_delete', sdk: string): void {
	emit(application, `group_channel:${what}`, {
		...sender(application, message),
		...(what === 'message_send' ? { silent: message.silent, sender_ip_addr: '127.0.0.1', mention_type: message.mention_type, mentioned_users: message.mentioned_user_ids.map((id) => basicUserOf(application, id)), sdk } : {}),
		custom_type: message.custom_type,
		type: message.type,
		...tellMembers(application, channel),
		payload: payloadOf(message),
		channel: presentChannelForWebhook(channel),
	}, message.user_id);
}

/** Puts a message into the channel. `sdk` is what the webhook says about the sender's side. */
export function sendInto(application: SendbirdApplication, channel: Channel, wanted: NewMessage, sdk = 'API'): Message {
	const message = newMessage({ message_id: application.messageId(), ...wanted });
	channel.messages.push(message);
	for (const member of channel.members.values()) if (member.hidden === 'hidden_allow_auto_unhide') member.hidden = undefined;
	application.world.events.add({
		vendor: 'sendbird',
		kind: 'sent',
		summary: `${message.user_id ?? 'admin'} to ${channel.name || channel.channel_url}: ${message.file?.name ?? message.message}`,
		customer: message.user_id,
	});
	tellMessage(application, channel, message, 'message_send', sdk);
	return message;
}
