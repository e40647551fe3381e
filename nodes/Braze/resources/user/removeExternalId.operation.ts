import { batchOperation, field, success } from '../../../shared/operation';
import { withErrorsOf } from '../../indexedErrors';
import { inOneArray, outcomesOf } from '../../minorErrors';

/** One id twice in a call would fail the second time, so it stands in a call once. */
export const removeExternalId = batchOperation({
	name: 'Remove Deprecated External ID',
	action: 'Remove deprecated external ids of users',
	description: 'Take away external IDs that a rename left behind, up to 50 a call; the user stays, and a primary ID is refused',
	documentation: 'https://www.braze.com/docs/api/endpoints/user_data/external_id_migration/post_external_ids_remove/',
	calls: ['POST /users/external_ids/remove'],
	dangerous: 'deletes',
	fields: { externalId: field.requiredId({ displayName: 'Deprecated External ID', placeholder: 'cust-42' }) },
	retry: 'onlyIfNothingHappened',
	batch: { size: 50, alone: ({ externalId }) => externalId },
	request: (inputs) => ({ method: 'POST', path: '/users/external_ids/remove', body: { external_ids: inputs.map(({ externalId }) => externalId) } }),
	outcomes: (answer, inputs) =>
		outcomesOf(withErrorsOf(answer, 'removal_errors'), inputs.length, inOneArray(inputs.length, 'external_ids'), (index) => success({ externalId: inputs[index].externalId, removed: true })),
});
