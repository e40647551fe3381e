import { batchStoryOperation, field, success } from '../../../shared/operation';
import { conflictFree, oneAfterTheOther, sendForAll } from '../../batchCalls';
import { inOneArray, outcomesOf } from '../../minorErrors';
import { processedOf } from './processed';

const fields = {
	aliasLabel: field.requiredId({ displayName: 'Alias Label', placeholder: 'messenger' }),
	oldAliasName: field.requiredId({ displayName: 'Old Alias Name' }),
	newAliasName: field.requiredId({ displayName: 'New Alias Name' }),
};

/** Items about one alias go in calls one after the other. A repeat finds no alias of the old name and changes nothing. */
export const updateAlias = batchStoryOperation({
	name: 'Update Alias',
	action: 'Update aliases of users',
	description: 'Rename aliases, up to 50 a call',
	documentation: 'https://www.braze.com/docs/api/endpoints/user_data/post_users_alias_update/',
	calls: ['POST /users/alias/update'],
	parallel: 1,
	fields,
	check: ({ oldAliasName, newAliasName }) => (oldAliasName === newAliasName ? { displayName: 'New Alias Name', message: 'is the old one' } : undefined),
	retry: 'safe',
	batch: { size: 50 },
	story: async (all, door) => {
		const calls = conflictFree(all, ({ aliasLabel: label, oldAliasName, newAliasName }) => [oldAliasName, newAliasName].map((name) => JSON.stringify([label, name])));
		return await oneAfterTheOther(calls, async (inputs) => {
			const updates = inputs.map(({ aliasLabel, oldAliasName, newAliasName }) => ({ alias_label: aliasLabel, old_alias_name: oldAliasName, new_alias_name: newAliasName }));
			return await sendForAll({
				inputs,
				call: { method: 'POST', path: '/users/alias/update', body: { alias_updates: updates } },
				retry: 'safe',
				outcomes: (answer) =>
					outcomesOf(answer, inputs.length, inOneArray(inputs.length, 'alias_updates'), (index) =>
						success({ ...inputs[index], accepted: true, ...processedOf(answer, 'aliases_processed', inputs.length) }),
					),
			}, door);
		});
	},
});
