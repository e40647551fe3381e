import type { Problem } from '../../../shared/operation';
import { email } from './email';
import { push } from './push';
import { sms } from './sms';
import { webPush } from './webPush';
import { whatsApp } from './whatsApp';

/** The channels that carry a message, by their `target_mode`. */
export const channels = { email, push, sms, webpush: webPush, whatsapp: whatsApp } as const;

export type MessageMode = keyof typeof channels;

/** Every channel's fields may be there; those of other channels are absent. */
export type MessageInput = Partial<
	Parameters<typeof email.content>[0] & Parameters<typeof push.content>[0] & Parameters<typeof sms.content>[0] & Parameters<typeof webPush.content>[0] & Parameters<typeof whatsApp.content>[0]
>;

export const checkMessage = (mode: MessageMode, input: MessageInput): Problem | undefined => channels[mode].check(input);

export const contentOf = (mode: MessageMode, input: MessageInput): Record<string, unknown> => channels[mode].content(input);

/** The channels that go out by a provider of the account. */
export const BY_PROVIDER: string[] = Object.values(channels).filter(({ byProvider }) => byProvider).map(({ mode }) => mode);
