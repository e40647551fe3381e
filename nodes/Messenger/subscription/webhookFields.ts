/** The events a person may choose, by Meta's names of the webhook fields. */
export const WEBHOOK_FIELDS = [
	{ value: 'message_deliveries', name: 'Deliveries', description: 'What we sent has arrived' },
	{ value: 'message_echoes', name: 'Echoes', description: 'What the Page sent, by us or by a person in the Page inbox' },
	{ value: 'message_edits', name: 'Edits', description: 'A person changed a message' },
	{ value: 'messaging_handovers', name: 'Handovers', description: 'A conversation goes from one app to another' },
	{ value: 'messages', name: 'Messages', description: 'A person wrote, sent a file or tapped a quick reply' },
	{ value: 'messaging_optins', name: 'Opt-Ins', description: 'A person agreed through a plugin or a form' },
	{ value: 'messaging_policy_enforcement', name: 'Policy Enforcement', description: 'Meta warns or blocks the app' },
	{ value: 'messaging_postbacks', name: 'Postbacks', description: 'A person tapped a button, the menu or an ice breaker' },
	{ value: 'message_reactions', name: 'Reactions', description: 'A person reacted to a message' },
	{ value: 'message_reads', name: 'Reads', description: 'A person has read up to a moment' },
	{ value: 'messaging_referrals', name: 'Referrals', description: 'A person came through an m.me link or an ad into a conversation' },
	{ value: 'standby', name: 'Standby', description: 'The same events while another app has the conversation' },
] as const;

export type WebhookField = (typeof WEBHOOK_FIELDS)[number]['value'];

export const ALL_FIELDS: readonly string[] = WEBHOOK_FIELDS.map(({ value }) => value);
