import { field, storyOperation } from '../../../shared/operation';
import { smsSize } from '../../sms/segments';
import { checkTemplate, reachFields, renderWith, templateFields, templateOf } from '../../templateFields';

const fields = {
	...templateFields,
	context: field.jsonObject({
		displayName: 'Context',
		description: 'What the template may name: standard attributes such as first_name at the top, and custom_attribute, api_trigger_properties, sms, … as objects',
		initial: '={{ $json }}',
	}),
	more: reachFields,
};

export const render = storyOperation({
	name: 'Render',
	action: 'Render a message template',
	description: 'Fill a template with the data of each item, as the vendor would',
	documentation: 'https://www.braze.com/docs/user_guide/personalization_and_dynamic_content/liquid/',
	calls: ['GET /content_blocks/list', 'GET /content_blocks/info'],
	fields,
	check: checkTemplate,
	retry: 'safe',
	async story(input, door) {
		const { text, ...rest } = await renderWith(templateOf(input), { dialect: input.dialect, context: input.context }, input.more, door);
		return { text, ...rest, sms: { ...smsSize(text) } };
	},
});
