import { callOperation, field } from '../../../shared/operation';
import { atMost } from '../../fields';
import { setProfile } from './profileCall';

export const setGetStarted = callOperation({
	name: 'Set Get Started',
	action: 'Set the get started button',
	description: 'Set the button that begins a conversation; a tap arrives as a postback. The menu needs it.',
	documentation: 'https://developers.facebook.com/docs/messenger-platform/reference/messenger-profile-api/get-started-button/',
	calls: ['POST /me/messenger_profile'],
	fields: { payload: atMost(1000, field.requiredText({ displayName: 'Payload', description: 'Comes back with the postback', initial: 'GET_STARTED' })) },
	retry: 'safe',
	request: ({ payload }) => setProfile({ get_started: { payload } }),
	outcome: (_, { payload }) => ({ set: 'get_started', payload }),
});
