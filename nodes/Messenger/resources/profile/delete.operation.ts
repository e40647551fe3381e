import { callOperation, field, type InputOf, type Problem } from '../../../shared/operation';
import { PROFILE_PATH, PROPERTIES } from './profileCall';

const fields = { properties: field.textList({ displayName: 'Properties', description: `Comma-separated: ${PROPERTIES.join(', ')}`, placeholder: 'persistent_menu' }) };

const known: readonly string[] = PROPERTIES;

function check({ properties }: InputOf<typeof fields>): Problem | undefined {
	const stranger = properties.find((property) => !known.includes(property));
	if (stranger !== undefined) return { displayName: 'Properties', message: `"${stranger}" is none; there are ${PROPERTIES.join(', ')}` };
	return properties.length === 0 ? { displayName: 'Properties', message: 'is missing' } : undefined;
}

export const deleteProperties = callOperation({
	name: 'Delete',
	action: 'Delete properties of the messenger profile',
	description: 'Take greeting, get started, menu or ice breakers away',
	documentation: 'https://developers.facebook.com/docs/messenger-platform/reference/messenger-profile-api/',
	calls: ['DELETE /me/messenger_profile'],
	fields,
	check,
	retry: 'safe',
	dangerous: 'deletes',
	request: ({ properties }) => ({ method: 'DELETE', path: PROFILE_PATH, body: { fields: properties } }),
	outcome: (_, { properties }) => ({ deleted: properties }),
});
