import { batchOperation, success } from '../../../shared/operation';
import { inOneArray, outcomesOf } from '../../minorErrors';
import { checkPerson, identifierOf, SHARED_KINDS } from '../../people';
import { aliasOf, prioritizationField, trackedUserFields } from '../../userFields';
import { processedOf } from './processed';

/** Exactly one kind of identifier goes into a call. */
const ARRAYS = { external_id: 'external_ids', braze_id: 'braze_ids', user_alias: 'user_aliases', email: 'email_addresses', phone: 'phone_numbers' } as const;

export const deleteUser = batchOperation({
	name: 'Delete',
	action: 'Delete users',
	description: 'Delete whole profiles for good, up to 50 a call; a deprecated external ID deletes its user too',
	documentation: 'https://www.braze.com/docs/api/endpoints/user_data/post_user_delete/',
	calls: ['POST /users/delete'],
	dangerous: 'deletes',
	fields: { ...trackedUserFields, prioritization: prioritizationField({ identifyBy: SHARED_KINDS }) },
	check: checkPerson,
	retry: 'safe',
	batch: { size: 50, together: ({ identifyBy }) => identifyBy },
	request: (inputs) => {
		const [{ identifyBy }] = inputs;
		const ids = inputs.map((input) => (identifyBy === 'external_id' || identifyBy === 'braze_id' ? input.userId : identifyBy === 'user_alias' ? aliasOf(input) : identifierOf(input)));
		return { method: 'POST', path: '/users/delete', body: { [ARRAYS[identifyBy]]: ids } };
	},
	outcomes: (answer, inputs) =>
		outcomesOf(answer, inputs.length, inOneArray(inputs.length, ARRAYS[inputs[0].identifyBy]), (index) =>
			success({ userId: inputs[index].userId, identifiedBy: inputs[index].identifyBy, queuedForDeletion: true, ...processedOf(answer, 'deleted', inputs.length) }),
		),
});
