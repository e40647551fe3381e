import { field } from '../../../shared/operation';
import { missing, type Channel } from './channel';

const fields = {
	whatsAppTemplate: field.requiredId({ displayName: 'Template Name', description: 'An approved template, as it is written under Settings > Channels > WhatsApp' }),
	whatsAppLocale: field.optionalId({ displayName: 'Locale', description: 'Of the template, for instance en' }),
	whatsAppBody: field.textList({ displayName: 'Replacements', description: 'What stands in the place of {{1}}, {{2}} … of the template\'s body, in order; separated by commas, or an expression that yields an array' }),
	whatsAppParts: field.jsonObject({ displayName: 'Other Parts', description: 'Header, buttons and whatever else the template needs, as CleverTap writes it; laid over the content' }),
};

/** The shape comes from clients of others; CleverTap's own page on it could not be read, hence the JSON beside it. */
export const whatsApp: Channel<typeof fields> = {
	mode: 'whatsapp',
	fields,
	byProvider: true,
	check: ({ whatsAppTemplate }) => missing({ 'Template Name': whatsAppTemplate }),
	content: ({ whatsAppTemplate, whatsAppLocale, whatsAppBody = [], whatsAppParts = {} }) => ({
		template_name: whatsAppTemplate,
		locale: whatsAppLocale,
		body: whatsAppBody.length > 0 ? { replacements: whatsAppBody } : undefined,
		...whatsAppParts,
	}),
};
