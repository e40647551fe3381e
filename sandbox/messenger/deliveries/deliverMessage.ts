import { emit } from './events';
import { newMessageId } from '../ids';
import type { MessengerState } from '../state';
import type { Person, StoredMessage } from '../types';

const shorten = (text: string): string => (text.length > 60 ? `${text.slice(0, 59)}…` : text);

/** One line for the log. */
export function describe({ text, attachments = [] }: Pick<StoredMessage, 'text' | 'attachments'>): string {
	return [...(text === undefined ? [] : [`"${shorten(text)}"`]), ...attachments.map(({ type }) => `[${type}]`)].join(' ');
}

/** The echo shows a saved attachment's id as a number, though it is sent as text. */
function echoed({ type, payload }: NonNullable<StoredMessage['attachments']>[number]): Record<string, unknown> {
	const id = payload?.attachment_id;
	return { type, payload: id === undefined ? payload : { ...payload, attachment_id: Number(id) } };
}

export type Outgoing = Omit<StoredMessage, 'mid' | 'at' | 'direction'> & { appId: string };

/** Puts a message of the Page into the chat, and tells the apps: delivery, then echo. */
export function deliverMessage(state: MessengerState, person: Person, outgoing: Outgoing): string {
	const message: StoredMessage = { ...outgoing, mid: newMessageId(), at: Date.now(), direction: 'out' };
	person.chat.push(message);
	const { mid, at, text, attachments, metadata, replyTo, appId } = message;
	state.world.events.add({ vendor: 'messenger', kind: 'sent', summary: `${person.first_name} received ${describe(message)}`, customer: person.psid });
	emit(state, person, { field: 'message_deliveries', timestamp: at, content: { delivery: { mids: [mid], watermark: at } } });
	emit(state, person, {
		field: 'message_echoes',
		inbound: false,
		timestamp: at,
		content: {
			message: {
				mid,
				is_echo: true,
				app_id: Number(appId),
				...(metadata === undefined ? {} : { metadata }),
				...(text === undefined ? {} : { text }),
				...(attachments === undefined ? {} : { attachments: attachments.map(echoed) }),
				...(replyTo === undefined ? {} : { reply_to: { mid: replyTo } }),
			},
		},
	});
	return mid;
}
