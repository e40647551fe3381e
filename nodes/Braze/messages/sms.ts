import { field, type InputOf, type Problem } from '../../shared/operation';
import { LIQUID_HINT, missing, otherFields, shownIn, variationField, type Channel } from './channel';

const shown = shownIn('sms');

/** https://www.braze.com/docs/api/objects_filters/messaging/sms_object/ */
export const smsFields = {
	smsSubscriptionGroupId: shown(field.requiredId({ displayName: 'SMS Subscription Group ID', description: 'Whose numbers send the message; only its subscribers get it' })),
	smsBody: shown(field.requiredText({ displayName: 'SMS Body', hint: LIQUID_HINT })),
	smsVariation: shown(variationField('SMS', 'searchSmsVariations')),
	smsMore: shown(
		field.extras({
			displayName: 'More SMS Fields',
			placeholder: 'Add SMS Field',
			fields: {
				linkShorteningEnabled: field.toggle({ displayName: 'Shorten Links', description: 'Whether Braze shortens links and counts their clicks for the campaign', initial: true }),
				mediaItems: field.textList({ displayName: 'Media Items', description: 'Comma-separated URLs of pictures, which make it an MMS' }),
				otherFields,
				userClickTrackingEnabled: field.toggle({ displayName: 'Track Clicks per User', description: 'Whether clicks on shortened links are counted per user too', initial: true }),
			},
		}),
	),
};

type Input = InputOf<typeof smsFields>;

function problem(input: Input): Problem | undefined {
	const { userClickTrackingEnabled, linkShorteningEnabled } = input.smsMore ?? {};
	if (userClickTrackingEnabled === true && linkShorteningEnabled !== true) return { displayName: 'Track Clicks per User', message: 'works with shortened links only: switch on Shorten Links too' };
	return missing(smsFields, input, ['smsSubscriptionGroupId', 'smsBody']);
}

const message = ({ smsSubscriptionGroupId, smsBody, smsVariation, smsMore: more = {} }: Input): Record<string, unknown> => ({
	subscription_group_id: smsSubscriptionGroupId,
	body: smsBody,
	message_variation_id: smsVariation,
	media_items: more.mediaItems !== undefined && more.mediaItems.length > 0 ? more.mediaItems : undefined,
	link_shortening_enabled: more.linkShorteningEnabled,
	user_click_tracking_enabled: more.userClickTrackingEnabled,
	...more.otherFields,
});

export const sms: Channel<Input> = { key: 'sms', problem, message };
