import { rowsOperation } from '../../upload/rowsOperation';
import { deletedUserFields, toldOf } from '../../userFields';

/** The body's own name of each kind of ID. */
const NAMES = { identity: 'identity', objectId: 'guid' } as const;

/** One ID stands alone, several in a list. CleverTap deletes later, at a time that it does not tell. */
export const remove = rowsOperation({
	name: 'Delete',
	action: 'Delete profiles',
	description: 'Delete profiles with all their events, for good. CleverTap does it later; each item says that it was asked for.',
	documentation: 'https://developer.clevertap.com/docs/delete-user-profile-api',
	path: '/1/delete/profiles.json',
	fields: deletedUserFields,
	size: { most: 100, usual: 1, told: 'Profiles a call; 100 is told of as the most' },
	dangerous: 'deletes',
	together: ({ identifyBy }) => identifyBy,
	row: ({ identifyBy, userId }) => ({ [NAMES[identifyBy]]: userId }),
	body: (_rows, inputs) => {
		const ids = inputs.map(({ userId }) => userId);
		return { [NAMES[inputs[0].identifyBy]]: ids.length === 1 ? ids[0] : ids };
	},
	told: (input) => ({ ...toldOf(input), deletion: 'queued' }),
});
