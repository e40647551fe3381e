import { readProfile } from '../../../Braze/delivery/profile';
import { checkUser, userFields } from '../../../Braze/userFields';
import { field, storyOperation } from '../../../shared/operation';
import { lintTemplate } from '../../lint/lintTemplate';
import { PROFILE_FIELDS, profileContext } from '../../profileContext';
import { smsSize } from '../../sms/segments';
import { checkTemplate, reachFields, renderWith, templateFields, templateOf } from '../../templateFields';

const fields = {
	...templateFields,
	...userFields,
	context: field.jsonObject({ displayName: 'Further Context', description: 'What the profile does not hold: api_trigger_properties, sms, campaign, …', initial: '{}' }),
	more: reachFields,
};

export const preview = storyOperation({
	name: 'Preview',
	action: 'Preview a message for a user',
	description: 'Render a template with the profile of a Braze user, and say what to look at before it is sent',
	documentation: 'https://www.braze.com/docs/user_guide/personalization_and_dynamic_content/liquid/',
	calls: ['POST /users/export/ids', 'GET /content_blocks/list', 'GET /content_blocks/info'],
	fields,
	check: (input) => checkTemplate(input) ?? checkUser(input),
	retry: 'safe',
	async story(input, door) {
		const template = templateOf(input);
		const profile = profileContext(await readProfile(door, input, PROFILE_FIELDS));
		const { text, ...rest } = await renderWith(template, { dialect: input.dialect, context: { ...profile, ...input.context } }, input.more, door);
		return { userId: input.userId, text, ...rest, sms: { ...smsSize(text) }, findings: lintTemplate(template, input.dialect).map((finding) => ({ ...finding })) };
	},
});
