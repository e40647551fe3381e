import { callOperation, field } from '../../../shared/operation';
import { atMost } from '../../fields';
import { setProfile } from './profileCall';

const fields = {
	locale: field.requiredId({ displayName: 'Locale', initial: 'default' }),
	composerDisabled: field.toggle({ displayName: 'Composer Input Disabled', description: 'Whether people can only tap and not write', initial: false }),
	items: field.rows({
		displayName: 'Menu Items',
		placeholder: 'Add Item',
		rowName: 'Item',
		least: 1,
		most: 20,
		fields: {
			type: field.choice({ displayName: 'Type', options: [{ name: 'Open URL', value: 'web_url' }, { name: 'Postback', value: 'postback' }], initial: 'postback' }),
			title: field.requiredText({ displayName: 'Title' }),
			value: atMost(1000, field.requiredText({ displayName: 'Value', description: 'The payload or the URL' })),
		},
	}),
};

/** One level: nested menus ended with Graph v8. A get started button must be set before. */
export const setPersistentMenu = callOperation({
	name: 'Set Persistent Menu',
	action: 'Set the persistent menu',
	description: 'Set the menu beside the text field, for one locale; the get started button must be set before',
	documentation: 'https://developers.facebook.com/docs/messenger-platform/reference/messenger-profile-api/persistent-menu/',
	calls: ['POST /me/messenger_profile'],
	fields,
	retry: 'safe',
	request: ({ locale, composerDisabled, items }) => {
		const actions = items.map(({ type, title, value }) => (type === 'web_url' ? { type, title, url: value } : { type, title, payload: value }));
		return setProfile({ persistent_menu: [{ locale, composer_input_disabled: composerDisabled, call_to_actions: actions }] });
	},
	outcome: (_, { locale }) => ({ set: 'persistent_menu', locale }),
});
