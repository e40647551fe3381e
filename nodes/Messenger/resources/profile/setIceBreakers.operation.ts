import { callOperation, field } from '../../../shared/operation';
import { atMost } from '../../fields';
import { setProfile } from './profileCall';

const fields = {
	questions: field.rows({
		displayName: 'Questions',
		description: 'Up to 4, shown to a person who has never written',
		placeholder: 'Add Question',
		rowName: 'Question',
		least: 1,
		most: 4,
		fields: {
			question: field.requiredText({ displayName: 'Question' }),
			payload: atMost(1000, field.requiredText({ displayName: 'Payload', description: 'Comes back with the postback' })),
		},
	}),
};

export const setIceBreakers = callOperation({
	name: 'Set Ice Breakers',
	action: 'Set the ice breakers',
	description: 'Set up to 4 questions that begin a conversation; they go before the get started button',
	documentation: 'https://developers.facebook.com/docs/messenger-platform/reference/messenger-profile-api/ice-breakers/',
	calls: ['POST /me/messenger_profile'],
	fields,
	retry: 'safe',
	request: ({ questions }) => setProfile({ ice_breakers: questions }),
	outcome: (_, { questions }) => ({ set: 'ice_breakers', questions }),
});
