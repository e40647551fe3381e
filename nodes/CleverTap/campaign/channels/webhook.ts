import { field } from '../../../shared/operation';

const WEBHOOK_FIELDS = [
	{ name: 'Identities', value: 'identities' },
	{ name: 'Profile Attributes', value: 'profile-attributes' },
	{ name: 'Tokens', value: 'tokens' },
] as const;

/** A webhook campaign has no content of its own: it names a webhook of the dashboard and what that is told. */
export const webhookFields = {
	webhookName: field.requiredId({ displayName: 'Webhook', description: 'The name under Settings > Channels > Webhooks', placeholder: 'Sendbird multi' }),
	webhookTold: field.choices({ displayName: 'Webhook Fields', description: 'What the webhook is told of each user', options: WEBHOOK_FIELDS, initial: ['profile-attributes', 'identities'] }),
	webhookKeyValues: field.namedValues({ displayName: 'Key Values', description: 'What the webhook is told beside the users. With personal values in it each user gets a call of its own.' }),
};
