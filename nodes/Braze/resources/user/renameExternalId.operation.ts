import { batchStoryOperation, field, success } from '../../../shared/operation';
import { conflictFree, oneAfterTheOther, sendForAll } from '../../batchCalls';
import { withErrorsOf } from '../../indexedErrors';
import { inOneArray, outcomesOf } from '../../minorErrors';

const fields = {
	externalId: field.requiredId({ displayName: 'Current External ID', description: 'The primary one, not a deprecated one', placeholder: 'cust-42' }),
	newExternalId: field.requiredId({ displayName: 'New External ID', description: 'Not in use, not even as a deprecated one' }),
};

/** A repeat after a lost answer would fail on what it did itself, so it is not made. */
export const renameExternalId = batchStoryOperation({
	name: 'Rename External ID',
	action: 'Rename external ids of users',
	description: 'Give users a new external ID, up to 50 a call; the old one still finds them until it is removed',
	documentation: 'https://www.braze.com/docs/api/endpoints/user_data/external_id_migration/post_external_ids_rename/',
	calls: ['POST /users/external_ids/rename'],
	parallel: 1,
	fields,
	check: ({ externalId, newExternalId }) => (externalId === newExternalId ? { displayName: 'New External ID', message: 'is the current one' } : undefined),
	retry: 'onlyIfNothingHappened',
	batch: { size: 50 },
	story: async (all, door) =>
		await oneAfterTheOther(conflictFree(all, ({ externalId, newExternalId }) => [externalId, newExternalId]), async (inputs) => {
			const renames = inputs.map(({ externalId, newExternalId }) => ({ current_external_id: externalId, new_external_id: newExternalId }));
			return await sendForAll({
				inputs,
				call: { method: 'POST', path: '/users/external_ids/rename', body: { external_id_renames: renames } },
				retry: 'onlyIfNothingHappened',
				outcomes: (answer) =>
					outcomesOf(withErrorsOf(answer, 'rename_errors'), inputs.length, inOneArray(inputs.length, 'external_id_renames'), (index) =>
						success({ externalId: inputs[index].newExternalId, deprecatedExternalId: inputs[index].externalId, renamed: true }),
					),
			}, door);
		}),
});
