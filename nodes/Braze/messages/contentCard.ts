import { field, type InputOf, type Problem } from '../../shared/operation';
import { filled, LIQUID_HINT, missing, otherFields, shownIn, variationField, type Channel } from './channel';

const shown = shownIn('content_card');

/** Braze keeps a card for 30 days at most. */
const MOST_SECONDS = 30 * 24 * 3600;

/** https://www.braze.com/docs/api/objects_filters/messaging/content_cards_object/ */
export const contentCardFields = {
	cardType: shown(
		field.choice({
			displayName: 'Card Type',
			options: [
				{ name: 'Banner', value: 'BANNER' },
				{ name: 'Captioned Image', value: 'CAPTIONED_IMAGE' },
				{ name: 'Classic', value: 'CLASSIC' },
			],
			initial: 'CLASSIC',
		}),
	),
	cardTitle: shown(field.requiredText({ displayName: 'Card Title', hint: LIQUID_HINT })),
	cardDescription: shown(field.requiredText({ displayName: 'Card Description', hint: LIQUID_HINT })),
	cardImageUrl: shown(field.optionalText({ displayName: 'Card Image URL', description: 'Needed for a banner and a captioned image' })),
	cardTimeToLive: shown(
		field.wholeNumber({ displayName: 'Card Expires After (Seconds)', description: 'Up to 30 days; 0 where the time below says when', initial: 604_800, min: 0, max: MOST_SECONDS }),
	),
	cardExpireAt: shown(field.optionalMoment({ displayName: 'Card Expires At', description: 'Within 30 days; leave blank where the seconds above say when' })),
	cardVariation: shown(variationField('Content Card', 'searchContentCardVariations')),
	cardMore: shown(
		field.extras({
			displayName: 'More Content Card Fields',
			placeholder: 'Add Content Card Field',
			fields: {
				androidUri: field.optionalText({ displayName: 'Android URI' }),
				androidUseWebview: field.toggle({ displayName: 'Android: Open Inside the App', description: 'Whether a web address opens inside the app on Android', initial: true }),
				expireInLocalTime: field.toggle({ displayName: 'Expire in Local Time', description: 'Whether the time of expiry is on the user\'s own clock', initial: true }),
				extra: field.namedValues({ displayName: 'Extra', description: 'Key-value pairs for the app' }),
				iosUri: field.optionalText({ displayName: 'Apple URI', description: 'On iOS' }),
				iosUseWebview: field.toggle({ displayName: 'Apple: Open Inside the App', description: 'Whether a web address opens inside the app on iOS', initial: true }),
				otherFields,
				pinned: field.toggle({ displayName: 'Pinned', description: 'Whether the card stays on top', initial: true }),
				uriText: field.optionalText({ displayName: 'Link Text' }),
				webUri: field.optionalText({ displayName: 'Web URI' }),
			},
		}),
	),
};

type Input = InputOf<typeof contentCardFields>;

function expiryProblem({ cardTimeToLive = 0, cardExpireAt }: Input): Problem | undefined {
	if (cardExpireAt === undefined) return cardTimeToLive > 0 ? undefined : { displayName: 'Card Expires After (Seconds)', message: 'must be more than 0 where no time is given' };
	const ahead = Date.parse(cardExpireAt) - Date.now();
	if (ahead <= 0) return { displayName: 'Card Expires At', message: 'lies in the past' };
	return ahead > MOST_SECONDS * 1000 ? { displayName: 'Card Expires At', message: 'lies more than 30 days ahead' } : undefined;
}

function problem(input: Input): Problem | undefined {
	const gap = missing(contentCardFields, input, ['cardTitle', 'cardDescription']);
	if (gap !== undefined) return gap;
	if (input.cardType !== 'CLASSIC' && input.cardImageUrl === undefined) return { displayName: 'Card Image URL', message: 'is missing; this type of card shows a picture' };
	return expiryProblem(input);
}

/** Braze takes one of the two expiries; a time goes before seconds. */
function message(input: Input): Record<string, unknown> {
	const { cardExpireAt, cardMore: more = {} } = input;
	return {
		type: input.cardType,
		title: input.cardTitle,
		description: input.cardDescription,
		message_variation_id: input.cardVariation,
		image_url: input.cardImageUrl,
		time_to_live: cardExpireAt === undefined ? input.cardTimeToLive : undefined,
		// On the user's clock a time carries no zone.
		expire_at: more.expireInLocalTime === true ? cardExpireAt?.replace(/\.\d+Z$/, '') : cardExpireAt,
		expire_in_local_time: more.expireInLocalTime,
		pinned: more.pinned,
		ios_uri: more.iosUri,
		android_uri: more.androidUri,
		web_uri: more.webUri,
		ios_use_webview: more.iosUseWebview,
		android_use_webview: more.androidUseWebview,
		uri_text: more.uriText,
		extra: filled(more.extra),
		...more.otherFields,
	};
}

export const contentCard: Channel<Input> = { key: 'content_card', problem, message };
