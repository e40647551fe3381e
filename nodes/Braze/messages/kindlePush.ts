import { field, type InputOf, type Problem } from '../../shared/operation';
import { filled, LIQUID_HINT, missing, otherFields, shownIn, variationField, type Channel } from './channel';

const shown = shownIn('kindle_push');

/** https://www.braze.com/docs/api/objects_filters/messaging/kindle_and_fireos_object/ */
export const kindlePushFields = {
	kindleTitle: shown(field.requiredText({ displayName: 'Kindle Title', hint: LIQUID_HINT })),
	kindleAlert: shown(field.requiredText({ displayName: 'Kindle Alert', hint: LIQUID_HINT })),
	kindleVariation: shown(variationField('Kindle Push', 'searchKindlePushVariations')),
	kindleMore: shown(
		field.extras({
			displayName: 'More Kindle Push Fields',
			placeholder: 'Add Kindle Push Field',
			fields: {
				collapseKey: field.optionalId({ displayName: 'Collapse Key', description: 'A device keeps the last of the pushes with one key' }),
				customUri: field.optionalText({ displayName: 'Custom URI', description: 'A web address or deep link that the push opens' }),
				extra: field.namedValues({ displayName: 'Extra', description: 'Key-value pairs for the app' }),
				otherFields,
				priority: field.wholeNumber({ displayName: 'Priority', description: 'From -2 (lowest) to 2 (highest)', initial: 0, min: -2, max: 2 }),
				sound: field.optionalText({ displayName: 'Sound', description: 'A sound file in the app; "default" plays the usual one' }),
			},
		}),
	),
};

type Input = InputOf<typeof kindlePushFields>;

const problem = (input: Input): Problem | undefined => missing(kindlePushFields, input, ['kindleTitle', 'kindleAlert']);

const message = ({ kindleTitle, kindleAlert, kindleVariation, kindleMore: more = {} }: Input): Record<string, unknown> => ({
	title: kindleTitle,
	alert: kindleAlert,
	message_variation_id: kindleVariation,
	extra: filled(more.extra),
	priority: more.priority,
	collapse_key: more.collapseKey,
	sound: more.sound,
	custom_uri: more.customUri,
	...more.otherFields,
});

export const kindlePush: Channel<Input> = { key: 'kindle_push', problem, message };
