import { callOperation, field, type InputOf, type Problem } from '../../../shared/operation';
import { atMost } from '../../fields';
import { setProfile } from './profileCall';

const fields = {
	greeting: field.rows({
		displayName: 'Greeting',
		description: 'Shown before the first message, in the person\'s language; one must be for the locale "default"',
		placeholder: 'Add Language',
		rowName: 'Language',
		least: 1,
		most: 100,
		fields: {
			locale: field.requiredId({ displayName: 'Locale', description: 'Such as de_DE, or default', initial: 'default' }),
			text: atMost(160, field.requiredText({ displayName: 'Text', description: 'Up to 160 characters; {{user_first_name}} is filled in by Meta' })),
		},
	}),
};

const check = ({ greeting }: InputOf<typeof fields>): Problem | undefined =>
	greeting.some(({ locale }) => locale === 'default') ? undefined : { displayName: 'Greeting', message: 'needs one for the locale "default"' };

export const setGreeting = callOperation({
	name: 'Set Greeting',
	action: 'Set the greeting',
	description: 'Set what a person reads before the first message',
	documentation: 'https://developers.facebook.com/docs/messenger-platform/reference/messenger-profile-api/greeting/',
	calls: ['POST /me/messenger_profile'],
	fields,
	check,
	retry: 'safe',
	request: ({ greeting }) => setProfile({ greeting }),
	outcome: (_, { greeting }) => ({ set: 'greeting', greeting }),
});
