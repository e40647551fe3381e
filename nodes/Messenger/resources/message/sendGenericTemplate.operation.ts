import { field, storyOperation } from '../../../shared/operation';
import { optionalAtMost } from '../../fields';
import { envelopeOf, messageFields, moreField, personOf } from '../../send/messageFields';
import { buttonsField, buttonsOf, templateMessage } from '../../send/parts';
import { checkRecipient } from '../../send/recipientFields';
import { sendParts } from '../../send/sendParts';

const fields = {
	...messageFields,
	elements: field.rows({
		displayName: 'Elements',
		description: 'Up to 10 cards, side by side',
		placeholder: 'Add Element',
		rowName: 'Element',
		least: 1,
		most: 10,
		fields: {
			title: field.requiredText({ displayName: 'Title', description: 'Up to 80 characters' }),
			subtitle: optionalAtMost(80, field.optionalText({ displayName: 'Subtitle', description: 'Up to 80 characters' })),
			imageUrl: field.optionalId({ displayName: 'Image URL' }),
			defaultUrl: field.optionalId({ displayName: 'URL', description: 'Opens when the card is tapped' }),
			buttons: buttonsField(0),
		},
	}),
	more: moreField,
};

export const sendGenericTemplate = storyOperation({
	name: 'Send Generic Template',
	action: 'Send cards with pictures and buttons',
	description: 'Send up to 10 cards with title, picture and buttons',
	documentation: 'https://developers.facebook.com/docs/messenger-platform/send-messages/template/generic/',
	calls: ['POST /{page}/messages'],
	fields,
	check: checkRecipient,
	retry: 'onlyIfNothingHappened',
	inTurn: personOf,
	async story(input, door) {
		const elements = input.elements.map(({ title, subtitle, imageUrl, defaultUrl, buttons }) => ({
			title,
			subtitle,
			image_url: imageUrl,
			default_action: defaultUrl === undefined ? undefined : { type: 'web_url', url: defaultUrl },
			buttons: buttonsOf(buttons),
		}));
		return await sendParts(door, envelopeOf(input), [templateMessage({ template_type: 'generic', elements })]);
	},
});
