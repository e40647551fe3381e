import { field, type Field, type InputOf, type Problem } from '../../shared/operation';
import { filled, LIQUID_HINT, missing, shownIn, variationField, type Channel } from './channel';

const shown = shownIn('whats_app');

type MessageType = 'template_message' | 'text_response_message' | 'text_image_response_message' | 'quick_reply_response_message' | 'list_response_message' | 'flow_response_message';

const of =
	(...types: MessageType[]) =>
	<T>(one: Field<T>): Field<T | undefined> =>
		field.shownWhen({ channels: ['whats_app'], whatsAppType: types }, one);

/** Variables are numbered from 0 in the order of the rows. */
const variables = (displayName: string, description: string, most: number) =>
	field.rows({ displayName, description, placeholder: 'Add Variable', rowName: 'Variable', fields: { value: field.requiredText({ displayName: 'Value' }) }, most });

/** https://www.braze.com/docs/api/objects_filters/messaging/whats_app_object/ */
export const whatsAppFields = {
	whatsAppSubscriptionGroupId: shown(field.requiredId({ displayName: 'WhatsApp Subscription Group ID' })),
	whatsAppType: shown(
		field.choice({
			displayName: 'WhatsApp Message Type',
			description: 'All but a template reach a user only within the 24 hours after the user wrote',
			options: [
				{ name: 'Flow Response Message', value: 'flow_response_message' },
				{ name: 'List Response Message', value: 'list_response_message' },
				{ name: 'Quick Reply Response Message', value: 'quick_reply_response_message' },
				{ name: 'Template Message', value: 'template_message' },
				{ name: 'Text Image Response Message', value: 'text_image_response_message' },
				{ name: 'Text Response Message', value: 'text_response_message' },
			],
			initial: 'template_message',
		}),
	),
	whatsAppTemplateName: of('template_message')(field.requiredId({ displayName: 'Template Name' })),
	whatsAppTemplateLanguage: of('template_message')(field.requiredId({ displayName: 'Template Language Code', placeholder: 'en_US' })),
	whatsAppBodyVariables: of('template_message')(variables('Body Variables', 'Values for the variables in the template\'s body, in their order', 100)),
	whatsAppHeaderVariable: of('template_message')(field.optionalText({ displayName: 'Header Variable', description: 'The value for the variable of a text header' })),
	whatsAppHeaderMediaUri: of('template_message')(field.optionalText({ displayName: 'Header Image URI', description: 'For a template with an image header; this endpoint sends no documents or videos' })),
	whatsAppButtonVariable: of('template_message')(field.optionalText({ displayName: 'Button Variable', description: 'The path that ends the button\'s URL', placeholder: '/offers/42' })),
	whatsAppButtonIndex: of('template_message')(field.wholeNumber({ displayName: 'Button Index', description: 'Which button of the template it belongs to, counted from 0', initial: 0, min: 0, max: 9 })),
	whatsAppBody: of('text_response_message', 'quick_reply_response_message', 'list_response_message', 'flow_response_message')(field.requiredText({ displayName: 'WhatsApp Body', hint: LIQUID_HINT })),
	whatsAppPreviewUrl: of('text_response_message')(field.toggle({ displayName: 'Preview URL', description: 'Whether WhatsApp shows a preview of links in the text', initial: false })),
	whatsAppImageUri: of('text_image_response_message')(field.requiredText({ displayName: 'Image URI', placeholder: 'https://example.com/offer.jpg' })),
	whatsAppCaption: of('text_image_response_message')(field.optionalText({ displayName: 'Caption' })),
	whatsAppButtons: of('quick_reply_response_message')(
		field.rows({ displayName: 'Quick Replies', placeholder: 'Add Quick Reply', rowName: 'Quick Reply', fields: { text: field.requiredText({ displayName: 'Text' }) }, most: 10 }),
	),
	whatsAppJson: of('quick_reply_response_message', 'list_response_message', 'flow_response_message')(
		field.jsonObject({ displayName: 'Message (JSON)', description: 'The rest of the message as Braze writes it: header_text, footer, list, flow_button' }),
	),
	whatsAppVariation: shown(variationField('WhatsApp', 'searchWhatsAppVariations')),
};

type Input = InputOf<typeof whatsAppFields>;
type Name = keyof Input;

const NEEDED: Readonly<Record<MessageType, Name[]>> = {
	template_message: ['whatsAppTemplateName', 'whatsAppTemplateLanguage'],
	text_response_message: ['whatsAppBody'],
	text_image_response_message: ['whatsAppImageUri'],
	quick_reply_response_message: ['whatsAppBody'],
	list_response_message: ['whatsAppBody'],
	flow_response_message: ['whatsAppBody'],
};

const numbered = (values: Array<{ value: string }> = []) => filled(Object.fromEntries(values.map(({ value }, index) => [String(index), value])));

const typeOf = (input: Input): MessageType => input.whatsAppType ?? 'template_message';

function problem(input: Input): Problem | undefined {
	const type = typeOf(input);
	const gap = missing(whatsAppFields, input, ['whatsAppSubscriptionGroupId', ...NEEDED[type]]);
	if (gap !== undefined) return gap;
	if (type === 'quick_reply_response_message' && (input.whatsAppButtons ?? []).length === 0) return { displayName: 'Quick Replies', message: 'needs at least one' };
	if (type === 'list_response_message' && input.whatsAppJson?.list === undefined) return { displayName: 'Message (JSON)', message: 'needs "list" with list_button_text and list_sections' };
	if (type === 'flow_response_message' && input.whatsAppJson?.flow_button === undefined) return { displayName: 'Message (JSON)', message: 'needs "flow_button" with caption and flow_id' };
	return undefined;
}

function content(input: Input): Record<string, unknown> {
	switch (typeOf(input)) {
		case 'template_message':
			return {
				template_name: input.whatsAppTemplateName,
				template_language_code: input.whatsAppTemplateLanguage,
				header_variables: input.whatsAppHeaderVariable === undefined ? undefined : { 0: input.whatsAppHeaderVariable },
				body_variables: numbered(input.whatsAppBodyVariables),
				button_variables: input.whatsAppButtonVariable === undefined ? undefined : { [String(input.whatsAppButtonIndex ?? 0)]: input.whatsAppButtonVariable },
				header_media_uri: input.whatsAppHeaderMediaUri,
			};
		case 'text_response_message':
			return { body: input.whatsAppBody, preview_url: input.whatsAppPreviewUrl };
		case 'text_image_response_message':
			return { image_uri: input.whatsAppImageUri, caption: input.whatsAppCaption };
		case 'quick_reply_response_message':
			return { ...input.whatsAppJson, body: input.whatsAppBody, buttons: input.whatsAppButtons };
		case 'list_response_message':
		case 'flow_response_message':
			return { ...input.whatsAppJson, body: input.whatsAppBody };
	}
}

const message = (input: Input): Record<string, unknown> => ({
	subscription_group_id: input.whatsAppSubscriptionGroupId,
	message_type: typeOf(input),
	message: content(input),
	message_variation_id: input.whatsAppVariation,
});

export const whatsApp: Channel<Input> = { key: 'whats_app', problem, message };
