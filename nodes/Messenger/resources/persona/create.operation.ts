import { callOperation, field } from '../../../shared/operation';
import { PERSONA_DOCS, personaShape } from './personaShape';

/** A repeat makes a second persona, so a lost answer is unknown. */
export const create = callOperation({
	name: 'Create',
	action: 'Create a persona',
	description: 'Make a name and picture under which messages can appear',
	documentation: PERSONA_DOCS,
	calls: ['POST /{page}/personas'],
	fields: { name: field.requiredText({ displayName: 'Name' }), pictureUrl: field.requiredId({ displayName: 'Profile Picture URL' }) },
	retry: 'onlyIfNothingHappened',
	request: ({ name, pictureUrl }) => ({ method: 'POST', path: '/{page}/personas', body: { name, profile_picture_url: pictureUrl } }),
	outcome: (answer, { name }) => ({ id: personaShape.parse(answer.body).id, name }),
});
