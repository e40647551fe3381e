/** Channels as the figures and `/campaigns/details` name them. */
export const CHANNELS = ['email', 'sms', 'ios_push', 'android_push', 'kindle_push', 'web_push', 'webhook', 'whats_app', 'content_cards'] as const;
export type Channel = (typeof CHANNELS)[number];

/** Keys of `messages` in a send, and the channel that each reaches. */
export const CHANNEL_OF = {
	apple_push: 'ios_push',
	android_push: 'android_push',
	kindle_push: 'kindle_push',
	web_push: 'web_push',
	email: 'email',
	webhook: 'webhook',
	content_card: 'content_cards',
	sms: 'sms',
	whats_app: 'whats_app',
} as const satisfies Record<string, Channel>;
export type MessageKey = keyof typeof CHANNEL_OF;

export const isMessageKey = (key: string): key is MessageKey => key in CHANNEL_OF;

export const isPush = (channel: Channel): boolean => channel.endsWith('_push');
