import { callOperation } from '../../../shared/operation';
import { path } from '../../../shared/transport/call';
import { userIdField } from './scimFields';

export const deleteAccount = callOperation({
	name: 'Delete',
	action: 'Delete a dashboard user',
	description: 'Delete an account of the Braze dashboard for good',
	documentation: 'https://www.braze.com/docs/api/endpoints/scim/delete_existing_dashboard_user/',
	calls: ['DELETE /scim/v2/Users/{id}'],
	dangerous: 'deletes',
	fields: { userId: userIdField },
	retry: 'safe',
	request: ({ userId }) => ({ method: 'DELETE', path: path`/scim/v2/Users/${userId}` }),
	outcome: (_, { userId }) => ({ userId, deleted: true }),
});
