import { z } from 'zod';
import { Refusal } from '../errors';
import { isJsonObject, type JsonObject } from '../json';
import { MESSAGING_RULES } from './messagingRules';
import { isMessageKey, type MessageKey } from './channels';
import { contentCardObject } from './contentCardObject';
import { emailObject } from './emailObject';
import { androidPush, applePush, kindlePush, webPush } from './pushObjects';
import { smsObject } from './smsObject';
import { webhookObject } from './webhookObject';
import { whatsAppObject } from './whatsAppObject';

const SCHEMAS = {
	email: emailObject,
	sms: smsObject,
	apple_push: applePush,
	android_push: androidPush,
	kindle_push: kindlePush,
	web_push: webPush,
	webhook: webhookObject,
	whats_app: whatsAppObject,
	content_card: contentCardObject,
} as const satisfies Record<MessageKey, z.ZodTypeAny>;

/** One entry of `messages`, read. */
export type Message = { [Key in MessageKey]: { key: Key; object: z.infer<(typeof SCHEMAS)[Key]> } }[MessageKey];

export interface ReadMessages {
	messages: Message[];
	/** Keys that no message object has; Braze is taken to ignore them. */
	unknown: string[];
}

function refuse(key: string, error: z.ZodError): Refusal {
	const { path, message } = error.issues[0];
	return new Refusal(400, `messages.${[key, ...path].join('.')}: ${message}`, MESSAGING_RULES.messageObject);
}

function readOne<Key extends MessageKey>(key: Key, given: JsonObject): Extract<Message, { key: Key }>;
function readOne(key: MessageKey, given: JsonObject): { key: MessageKey; object: unknown } {
	const parsed = SCHEMAS[key].safeParse(given);
	if (!parsed.success) throw refuse(key, parsed.error);
	return { key, object: parsed.data };
}

/** Throws Braze's 400 where a message object lacks something or is of the wrong kind. */
export function readMessages(given: JsonObject | undefined): ReadMessages {
	const messages: Message[] = [];
	const unknown: string[] = [];
	for (const [key, object] of Object.entries(given ?? {})) {
		if (!isMessageKey(key)) {
			unknown.push(key);
			continue;
		}
		if (!isJsonObject(object)) throw new Refusal(400, `messages.${key}: must be an object`, MESSAGING_RULES.messageObject);
		const read = readOne(key, object);
		messages.push(read);
		unknown.push(...Object.keys(object).filter((name) => !(name in read.object)).map((name) => `${key}.${name}`));
	}
	if (messages.length === 0) throw new Refusal(400, 'No message to send', MESSAGING_RULES.noMessage);
	return { messages, unknown };
}
