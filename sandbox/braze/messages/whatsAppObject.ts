import { z } from 'zod';

const variables = z.record(z.string().regex(/^\d+$/, 'variables are counted from 0'), z.string());
const atMostOne = variables.refine((given) => Object.keys(given).length <= 1, 'at most one variable').optional();

const template = z.object({
	template_name: z.string(),
	template_language_code: z.string(),
	header_variables: atMostOne,
	body_variables: variables.optional(),
	button_variables: atMostOne,
	header_media_uri: z.string().optional(),
});
const text = z.object({ body: z.string(), preview_url: z.boolean().optional() });
const textImage = z.object({ image_uri: z.string(), caption: z.string().optional() });
const quickReply = z.object({
	body: z.string(),
	header_image_uri: z.string().optional(),
	header_text: z.string().optional(),
	footer: z.string().optional(),
	buttons: z.array(z.object({ text: z.string() })).min(1),
});
const section = z.object({ section_title: z.string(), list_rows: z.array(z.object({ row_title: z.string(), row_description: z.string().optional() })) });
const list = z.object({
	header: z.string().optional(),
	body: z.string(),
	footer: z.string().optional(),
	list: z.object({
		list_button_text: z.string(),
		list_sections: z
			.array(section)
			.min(1)
			.refine((sections) => sections.reduce((sum, { list_rows: rows }) => sum + rows.length, 0) <= 10, 'at most 10 rows over all sections'),
	}),
});
const flow = z.object({
	header_text: z.string().optional(),
	body: z.string(),
	footer: z.string().optional(),
	flow_button: z.object({ caption: z.string().max(20), flow_id: z.string() }),
	generate_custom_attribute: z.boolean().optional(),
});

const common = { app_id: z.string(), subscription_group_id: z.string(), message_variation_id: z.string().optional() };
const kind = <Name extends string, Shape extends z.ZodTypeAny>(name: Name, message: Shape) =>
	z.object({ ...common, message_type: z.literal(name), message });

/** `messages.whats_app`. Source: Braze, WhatsApp object. */
export const whatsAppObject = z.discriminatedUnion('message_type', [
	kind('template_message', template),
	kind('text_response_message', text),
	kind('text_image_response_message', textImage),
	kind('quick_reply_response_message', quickReply),
	kind('list_response_message', list),
	kind('flow_response_message', flow),
]);
export type WhatsAppObject = z.infer<typeof whatsAppObject>;

/** What the person reads, Liquid not yet rendered. */
export function whatsAppText(object: WhatsAppObject): string {
	if (object.message_type === 'template_message') {
		const { template_name: name, body_variables: given = {} } = object.message;
		return [`[template ${name}]`, ...Object.values(given)].join(' ');
	}
	if (object.message_type === 'text_image_response_message') return object.message.caption ?? '';
	return object.message.body;
}
