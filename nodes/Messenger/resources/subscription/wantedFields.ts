import { field, type InputOf, type Problem } from '../../../shared/operation';
import { ALL_FIELDS } from '../../subscription/webhookFields';

export const wantedFields = {
	webhookFields: field.textList({ displayName: 'Webhook Fields', description: 'Comma-separated, as the trigger has them', initial: 'messages,messaging_postbacks,messaging_optins,messaging_referrals' }),
	callbackUrl: field.optionalId({ displayName: 'Callback URL', description: 'The trigger\'s production URL. Where the app calls another one, that is told and left as it is.', placeholder: 'https://n8n.example.com/webhook/…/webhook' }),
};

export type Wanted = InputOf<typeof wantedFields>;

export function checkWanted({ webhookFields }: Wanted): Problem | undefined {
	const stranger = webhookFields.find((name) => !ALL_FIELDS.includes(name));
	if (stranger !== undefined) return { displayName: 'Webhook Fields', message: `"${stranger}" is none; there are ${ALL_FIELDS.join(', ')}` };
	return webhookFields.length === 0 ? { displayName: 'Webhook Fields', message: 'is missing' } : undefined;
}
