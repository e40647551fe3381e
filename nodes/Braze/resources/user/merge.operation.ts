import { batchStoryOperation, field, success, type InputOf } from '../../../shared/operation';
import { conflictFree, oneAfterTheOther, sendForAll } from '../../batchCalls';
import { inOneArray, outcomesOf } from '../../minorErrors';
import { checkPerson, identifierOf, SHARED_KINDS, type Person } from '../../people';
import { EMAIL, EXTERNAL_ID, PHONE, prioritizationField, USER_ALIAS } from '../../userFields';

const KINDS = [EMAIL, EXTERNAL_ID, PHONE, USER_ALIAS] as const;
const prioritization = (by: string, displayName: string) => {
	const made = prioritizationField({ [by]: SHARED_KINDS });
	return { ...made, property: { ...made.property, displayName } };
};

const MERGED = { id: 'User to Merge', label: 'Alias Label to Merge', prioritization: 'Prioritization to Merge' };
const KEPT = { id: 'User to Keep', label: 'Alias Label to Keep', prioritization: 'Prioritization to Keep' };

const fields = {
	mergeBy: field.choice({ displayName: 'Identify User to Merge By', options: KINDS, initial: 'external_id' }),
	mergeId: field.requiredId({ displayName: MERGED.id, description: 'Its profile is gone afterwards' }),
	mergeLabel: field.shownWhen({ mergeBy: ['user_alias'] }, field.requiredId({ displayName: MERGED.label })),
	mergePrioritization: prioritization('mergeBy', MERGED.prioritization),
	keepBy: field.choice({ displayName: 'Identify User to Keep By', options: KINDS, initial: 'external_id' }),
	keepId: field.requiredId({ displayName: KEPT.id, description: 'Gets what only the other profile has' }),
	keepLabel: field.shownWhen({ keepBy: ['user_alias'] }, field.requiredId({ displayName: KEPT.label })),
	keepPrioritization: prioritization('keepBy', KEPT.prioritization),
};

type Input = InputOf<typeof fields>;

const merged = (input: Input): Person => ({ identifyBy: input.mergeBy, userId: input.mergeId, aliasLabel: input.mergeLabel, prioritization: input.mergePrioritization });
const kept = (input: Input): Person => ({ identifyBy: input.keepBy, userId: input.keepId, aliasLabel: input.keepLabel, prioritization: input.keepPrioritization });
const nameOf = ({ identifyBy, userId, aliasLabel }: Person): string => JSON.stringify([identifyBy, userId, aliasLabel]);

/** Accepted, done later, and in no promised order, not even over several calls. A repeat finds nobody to merge. */
export const merge = batchStoryOperation({
	name: 'Merge',
	action: 'Merge users',
	description: 'Merge one profile into another, up to 50 pairs a call; Braze does it a little later, in no promised order',
	documentation: 'https://www.braze.com/docs/api/endpoints/user_data/post_users_merge/',
	calls: ['POST /users/merge'],
	dangerous: 'deletes',
	parallel: 1,
	fields,
	check: (input) =>
		checkPerson(merged(input), MERGED) ?? checkPerson(kept(input), KEPT) ?? (nameOf(merged(input)) === nameOf(kept(input)) && !SHARED_KINDS.includes(input.keepBy) ? { displayName: KEPT.id, message: 'is the user to merge' } : undefined),
	retry: 'safe',
	batch: { size: 50 },
	story: async (all, door) => {
		// Two users merged into one share a call; one user in both roles does not.
		const calls = conflictFree(all, (input) => [nameOf(merged(input))], (input) => [nameOf(kept(input))]);
		return await oneAfterTheOther(calls, async (inputs) => {
			const updates = inputs.map((input) => ({ identifier_to_merge: identifierOf(merged(input)), identifier_to_keep: identifierOf(kept(input)) }));
			return await sendForAll({
				inputs,
				call: { method: 'POST', path: '/users/merge', body: { merge_updates: updates } },
				retry: 'safe',
				outcomes: (answer) => outcomesOf(answer, inputs.length, inOneArray(inputs.length, 'merge_updates'), (index) => success({ mergedUser: inputs[index].mergeId, keptUser: inputs[index].keepId, queued: true })),
			}, door);
		});
	},
});
