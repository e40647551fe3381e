import { field, type InputOf, type Problem } from '../../shared/operation';
import { filled, LIQUID_HINT, missing, otherFields, shownIn, tooBig, variationField, type Channel } from './channel';
import { textButtons, textButtonsOf } from './pushButtons';

const shown = shownIn('android_push');

/** Bytes of text and key-value pairs that Google takes. */
const MOST_BYTES = 4000;

/** https://www.braze.com/docs/api/objects_filters/messaging/android_object/ */
export const androidPushFields = {
	androidTitle: shown(field.requiredText({ displayName: 'Android Title', hint: LIQUID_HINT })),
	androidAlert: shown(field.requiredText({ displayName: 'Android Alert', hint: LIQUID_HINT })),
	androidVariation: shown(variationField('Android Push', 'searchAndroidPushVariations')),
	androidMore: shown(
		field.extras({
			displayName: 'More Android Push Fields',
			placeholder: 'Add Android Push Field',
			fields: {
				accentColor: field.wholeNumber({ displayName: 'Accent Color', description: 'An RGB value as one whole number', initial: 0, min: 0, max: 16_777_215 }),
				buttons: textButtons,
				collapseKey: field.optionalId({ displayName: 'Collapse Key', description: 'A device keeps the last of the pushes with one key; use three keys at most' }),
				customUri: field.optionalText({ displayName: 'Custom URI', description: 'A web address or deep link that the push opens' }),
				extra: field.namedValues({ displayName: 'Extra', description: 'Key-value pairs for the app' }),
				imageUrl: field.optionalText({ displayName: 'Big Picture URL', description: 'A picture of 2:1, at least 600 × 300' }),
				notificationChannelId: field.optionalId({ displayName: 'Notification Channel ID', description: 'The channel of the app; else the dashboard\'s fallback' }),
				notificationId: field.wholeNumber({ displayName: 'Notification ID', initial: 1, min: 0, max: 2_147_483_647 }),
				otherFields,
				priority: field.wholeNumber({ displayName: 'Priority', description: 'From -2 (lowest) to 2 (highest)', initial: 0, min: -2, max: 2 }),
				pushIconImageUrl: field.optionalText({ displayName: 'Push Icon Image URL', description: 'The large icon: a picture of 1:1, at least 40 × 40' }),
				sendToMostRecentDeviceOnly: field.toggle({ displayName: 'Most Recent Device Only', description: 'Whether only the device used last gets it', initial: true }),
				sound: field.optionalText({ displayName: 'Sound', description: 'A sound file in the app; "default" plays the usual one' }),
				summaryText: field.optionalText({ displayName: 'Summary Text' }),
				timeToLive: field.wholeNumber({ displayName: 'Time to Live (Seconds)', description: 'How long to go on trying to deliver it', initial: 86_400, min: 0, max: 2_419_200 }),
			},
		}),
	),
};

type Input = InputOf<typeof androidPushFields>;

const problem = (input: Input): Problem | undefined =>
	missing(androidPushFields, input, ['androidTitle', 'androidAlert']) ?? tooBig('Android Alert', [input.androidAlert], input.androidMore?.extra, MOST_BYTES);

/** A big picture travels in `extra` under Braze's old name. */
const message = ({ androidTitle, androidAlert, androidVariation, androidMore: more = {} }: Input): Record<string, unknown> => ({
	title: androidTitle,
	alert: androidAlert,
	message_variation_id: androidVariation,
	extra: filled({ ...more.extra, ...(more.imageUrl === undefined ? {} : { appboy_image_url: more.imageUrl }) }),
	notification_channel_id: more.notificationChannelId,
	priority: more.priority,
	collapse_key: more.collapseKey,
	sound: more.sound,
	custom_uri: more.customUri,
	summary_text: more.summaryText,
	time_to_live: more.timeToLive,
	notification_id: more.notificationId,
	push_icon_image_url: more.pushIconImageUrl,
	accent_color: more.accentColor,
	send_to_most_recent_device_only: more.sendToMostRecentDeviceOnly,
	buttons: textButtonsOf(more.buttons),
	...more.otherFields,
});

export const androidPush: Channel<Input> = { key: 'android_push', problem, message };
