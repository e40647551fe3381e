import { field } from '../../../shared/operation';
import { rowsOperation } from '../../upload/rowsOperation';

export const demerge = rowsOperation({
	name: 'Demerge',
	action: 'Demerge profiles',
	description: 'Take profiles apart that were merged by mistake: each device becomes a profile of its own again, without identity. Worked off between 04:00 and 07:00 of the account, a day later or more; it cannot be undone.',
	documentation: 'https://developer.clevertap.com/docs/demerge-user-profile-api',
	path: '/1/demerge/profiles.json',
	fields: { identity: field.requiredId({ displayName: 'Identity', placeholder: 'cust-42' }) },
	size: { most: 100, usual: 1, told: 'Identities a call; CleverTap takes 100' },
	dangerous: 'deletes',
	row: ({ identity }) => ({ identity }),
	body: (_rows, inputs) => ({ identities: inputs.map(({ identity }) => identity) }),
	told: ({ identity }) => ({ identity, demerge: 'queued' }),
});
