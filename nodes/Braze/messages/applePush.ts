import { field, type InputOf, type Problem } from '../../shared/operation';
import { filled, LIQUID_HINT, otherFields, shownIn, tooBig, variationField, type Channel } from './channel';
import { appleButtons, appleButtonsOf } from './pushButtons';

const shown = shownIn('apple_push');

/** Bytes of text and key-value pairs that Apple takes. */
const MOST_BYTES = 1912;

const ASSET_TYPES = ['aif', 'gif', 'jpg', 'm4a', 'mp3', 'mp4', 'png', 'wav'] as const;

/** https://www.braze.com/docs/api/objects_filters/messaging/apple_object/ */
export const applePushFields = {
	appleTitle: shown(field.optionalText({ displayName: 'Apple Title', hint: LIQUID_HINT })),
	appleAlert: shown(field.optionalText({ displayName: 'Apple Alert', hint: LIQUID_HINT, description: 'The text of the push; may be left out where Content Available is on' })),
	appleVariation: shown(variationField('Apple Push', 'searchApplePushVariations')),
	appleMore: shown(
		field.extras({
			displayName: 'More Apple Push Fields',
			placeholder: 'Add Apple Push Field',
			fields: {
				assetFileType: field.choice({ displayName: 'Asset File Type', options: ASSET_TYPES.map((type) => ({ name: type.toUpperCase(), value: type })), initial: 'jpg' }),
				assetUrl: field.optionalText({ displayName: 'Asset URL', description: 'A picture, film or sound to show; needs the asset file type' }),
				badge: field.wholeNumber({ displayName: 'Badge', description: 'The count on the app\'s icon after this message', initial: 1, min: 0, max: 99_999 }),
				buttons: appleButtons,
				category: field.optionalId({ displayName: 'Category', description: 'The notification category whose buttons are shown', placeholder: 'ab_cat_accept_decline' }),
				collapseId: field.optionalId({ displayName: 'Collapse ID', description: 'A later push with the same ID takes the place of this one' }),
				contentAvailable: field.toggle({ displayName: 'Content Available', description: 'Whether the push wakes the app in the background', initial: true }),
				customUri: field.optionalText({ displayName: 'Custom URI', description: 'A web address or deep link that the push opens' }),
				expiry: field.optionalMoment({ displayName: 'Expiry', description: 'Not delivered after this time' }),
				extra: field.namedValues({ displayName: 'Extra', description: 'Key-value pairs for the app; the names ab and aps are Braze\'s own' }),
				interruptionLevel: field.choice({
					displayName: 'Interruption Level',
					options: [
						{ name: 'Active', value: 'active' },
						{ name: 'Critical', value: 'critical' },
						{ name: 'Passive', value: 'passive' },
						{ name: 'Time-Sensitive', value: 'time-sensitive' },
					],
					initial: 'active',
				}),
				mutableContent: field.toggle({ displayName: 'Mutable Content', description: 'Whether the app may change the push before it is shown', initial: true }),
				otherFields,
				sendToMostRecentDeviceOnly: field.toggle({ displayName: 'Most Recent Device Only', description: 'Whether only the device used last gets it', initial: true }),
				sound: field.optionalText({ displayName: 'Sound', description: 'A sound file in the app; "default" plays the usual one' }),
				threadId: field.optionalId({ displayName: 'Notification Group Thread ID', description: 'Pushes of one thread are shown as a group' }),
				useWebview: field.toggle({ displayName: 'Open URI Inside the App', description: 'Whether a web address opens inside the app', initial: true }),
			},
		}),
	),
};

type Input = InputOf<typeof applePushFields>;

function problem({ appleTitle, appleAlert, appleMore: more = {} }: Input): Problem | undefined {
	if (appleAlert === undefined && more.contentAvailable !== true) return { displayName: 'Apple Alert', message: 'is missing; only a push with Content Available goes without' };
	if (more.assetUrl !== undefined && more.assetFileType === undefined) return { displayName: 'Asset File Type', message: 'is missing; Braze needs it with an asset URL' };
	if ((more.buttons ?? []).length > 0 && more.category === undefined) return { displayName: 'Category', message: 'is missing; buttons are shown for a category only' };
	const own = ['ab', 'aps'].find((name) => name in (more.extra ?? {}));
	if (own !== undefined) return { displayName: 'Extra', message: `"${own}" is a name of Braze's own` };
	return tooBig('Apple Alert', [appleTitle, appleAlert], more.extra, MOST_BYTES);
}

const message = ({ appleTitle, appleAlert, appleVariation, appleMore: more = {} }: Input): Record<string, unknown> => ({
	alert: appleTitle === undefined ? appleAlert : { title: appleTitle, body: appleAlert },
	message_variation_id: appleVariation,
	badge: more.badge,
	sound: more.sound,
	extra: filled(more.extra),
	'content-available': more.contentAvailable,
	interruption_level: more.interruptionLevel,
	expiry: more.expiry,
	custom_uri: more.customUri,
	use_webview: more.useWebview,
	notification_group_thread_id: more.threadId,
	asset_url: more.assetUrl,
	asset_file_type: more.assetUrl === undefined ? undefined : more.assetFileType,
	collapse_id: more.collapseId,
	mutable_content: more.mutableContent,
	send_to_most_recent_device_only: more.sendToMostRecentDeviceOnly,
	category: more.category,
	buttons: appleButtonsOf(more.buttons),
	...more.otherFields,
});

export const applePush: Channel<Input> = { key: 'apple_push', problem, message };
