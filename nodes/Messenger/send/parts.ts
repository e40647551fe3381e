import { field, type InputOf } from '../../shared/operation';
import { atMost, optionalAtMost } from '../fields';

const MOST_PAYLOAD = 1000;

/** Facts of the tap: it arrives as a message with `quick_reply.payload`, not as a postback. */
export const quickRepliesField = field.rows({
	displayName: 'Quick Replies',
	description: 'Up to 13; they vanish after the next message. A tap comes back as a message with the payload.',
	placeholder: 'Add Quick Reply',
	rowName: 'Quick Reply',
	most: 13,
	fields: {
		contentType: field.choice({
			displayName: 'Content Type',
			options: [
				{ name: 'Text', value: 'text' },
				{ name: 'User Email', value: 'user_email', description: 'Offers the person\'s e-mail address; needs no title' },
				{ name: 'User Phone Number', value: 'user_phone_number', description: 'Offers the person\'s phone number; needs no title' },
			],
			initial: 'text',
		}),
		title: field.optionalText({ displayName: 'Title', description: 'Meta cuts it after 20 characters' }),
		payload: optionalAtMost(MOST_PAYLOAD, field.optionalText({ displayName: 'Payload', description: 'Comes back with the tap; the title if left empty' })),
		imageUrl: field.optionalId({ displayName: 'Image URL' }),
	},
});

type QuickReplies = InputOf<{ list: typeof quickRepliesField }>['list'];

/** `quick_replies` of a message; undefined where there are none. */
export const quickRepliesOf = (list: QuickReplies): object[] | undefined =>
	list.length === 0
		? undefined
		: list.map(({ contentType, title, payload, imageUrl }) => (contentType === 'text' ? { content_type: contentType, title, payload: payload ?? title, image_url: imageUrl } : { content_type: contentType }));

/** The place of a text quick reply that has no title, or undefined. */
export const untitled = (list: QuickReplies): number | undefined => {
	const place = list.findIndex(({ contentType, title }) => contentType === 'text' && title === undefined);
	return place < 0 ? undefined : place + 1;
};

export const buttonsField = (least: number) =>
	field.rows({
		displayName: 'Buttons',
		description: 'Up to 3',
		placeholder: 'Add Button',
		rowName: 'Button',
		least,
		most: 3,
		fields: {
			type: field.choice({
				displayName: 'Type',
				options: [
					{ name: 'Call', value: 'phone_number', description: 'Calls a phone number' },
					{ name: 'Open URL', value: 'web_url', description: 'Opens a web page' },
					{ name: 'Postback', value: 'postback', description: 'Comes back as a postback with the payload' },
				],
				initial: 'postback',
			}),
			title: field.requiredText({ displayName: 'Title', description: 'Up to 20 characters' }),
			value: atMost(MOST_PAYLOAD, field.requiredText({ displayName: 'Value', description: 'The payload, the URL, or the phone number with plus sign and country code' })),
		},
	});

type Buttons = InputOf<{ list: ReturnType<typeof buttonsField> }>['list'];

export const buttonsOf = (list: Buttons): object[] | undefined =>
	list.length === 0 ? undefined : list.map(({ type, title, value }) => (type === 'web_url' ? { type, title, url: value } : { type, title, payload: value }));

/** A message that is a structured template. */
export const templateMessage = (payload: object): object => ({ attachment: { type: 'template', payload } });
