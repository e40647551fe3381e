import { field, type InputOf, type Problem } from '../../shared/operation';
import { filled, LIQUID_HINT, missing, otherFields, shownIn, variationField, type Channel } from './channel';
import { textButtons, textButtonsOf } from './pushButtons';

const shown = shownIn('web_push');

/** https://www.braze.com/docs/api/objects_filters/messaging/web_objects/ */
export const webPushFields = {
	webTitle: shown(field.requiredText({ displayName: 'Web Push Title', hint: LIQUID_HINT })),
	webAlert: shown(field.requiredText({ displayName: 'Web Push Alert', hint: LIQUID_HINT })),
	webVariation: shown(variationField('Web Push', 'searchWebPushVariations')),
	webMore: shown(
		field.extras({
			displayName: 'More Web Push Fields',
			placeholder: 'Add Web Push Field',
			fields: {
				buttons: textButtons,
				customUri: field.optionalText({ displayName: 'Custom URI', description: 'The web address that the push opens' }),
				extra: field.namedValues({ displayName: 'Extra', description: 'Key-value pairs for the site' }),
				imageUrl: field.optionalText({ displayName: 'Image URL', description: 'A picture of 1:1' }),
				largeImageUrl: field.optionalText({ displayName: 'Large Image URL', description: 'Shown by Chrome on Windows and Android' }),
				otherFields,
				requireInteraction: field.toggle({ displayName: 'Require Interaction', description: 'Whether it stays until the user closes it', initial: true }),
				sendToMostRecentDeviceOnly: field.toggle({ displayName: 'Most Recent Browser Only', description: 'Whether only the browser used last gets it', initial: true }),
				timeToLive: field.wholeNumber({ displayName: 'Time to Live (Seconds)', description: 'How long to go on trying to deliver it', initial: 86_400, min: 0, max: 2_419_200 }),
			},
		}),
	),
};

type Input = InputOf<typeof webPushFields>;

function problem(input: Input): Problem | undefined {
	const link = (input.webMore?.buttons ?? []).find(({ action }) => action === 'DEEP_LINK');
	if (link !== undefined) return { displayName: 'Buttons', message: `"${link.text}" cannot be a deep link: a web push opens web addresses` };
	return missing(webPushFields, input, ['webTitle', 'webAlert']);
}

const message = ({ webTitle, webAlert, webVariation, webMore: more = {} }: Input): Record<string, unknown> => ({
	title: webTitle,
	alert: webAlert,
	message_variation_id: webVariation,
	extra: filled(more.extra),
	custom_uri: more.customUri,
	image_url: more.imageUrl,
	large_image_url: more.largeImageUrl,
	require_interaction: more.requireInteraction,
	time_to_live: more.timeToLive,
	send_to_most_recent_device_only: more.sendToMostRecentDeviceOnly,
	buttons: textButtonsOf(more.buttons, true),
	...more.otherFields,
});

export const webPush: Channel<Input> = { key: 'web_push', problem, message };
