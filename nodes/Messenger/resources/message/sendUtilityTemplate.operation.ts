import { field, storyOperation } from '../../../shared/operation';
import { moreField, personOf } from '../../send/messageFields';
import { templateMessage } from '../../send/parts';
import { checkRecipient, recipientFields, recipientOf } from '../../send/recipientFields';
import { sendParts } from '../../send/sendParts';

const fields = {
	...recipientFields,
	template: field.requiredId({ displayName: 'Template Name', description: 'A utility template that Meta approved for this Page', placeholder: 'order_shipped' }),
	language: field.requiredId({ displayName: 'Language', description: 'Name and language together identify a template', initial: 'en_US' }),
	values: field.rows({
		displayName: 'Body Values',
		description: 'What stands for {{1}}, {{2}} and so on, in their order',
		placeholder: 'Add Value',
		rowName: 'Value',
		most: 100,
		fields: { text: field.requiredText({ displayName: 'Text' }) },
	}),
	more: moreField,
};

/** For transactions, at any time and without marketing; the shape was seen on a real Page, Meta's reference does not print it. */
export const sendUtilityTemplate = storyOperation({
	name: 'Send Utility Template',
	action: 'Send a utility template',
	description: 'Send an approved template about a transaction, also after the window has closed',
	documentation: 'https://developers.facebook.com/docs/messenger-platform/send-messages/utility-messages/',
	calls: ['POST /{page}/messages'],
	fields,
	check: checkRecipient,
	retry: 'onlyIfNothingHappened',
	inTurn: personOf,
	async story(input, door) {
		const components = input.values.length === 0 ? undefined : [{ type: 'body', parameters: input.values.map(({ text }) => ({ type: 'text', text })) }];
		const payload = { template_type: 'utility_messages', name: input.template, language: { code: input.language }, components };
		return await sendParts(door, { recipient: recipientOf(input), as: 'UTILITY', more: input.more }, [templateMessage(payload)]);
	},
});
