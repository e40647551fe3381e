import { callOperation } from '../../../shared/operation';
import { path } from '../../../shared/transport/call';
import { dashboardUser } from './scimAnswer';
import { accountBody, accountFields, userIdField } from './scimFields';

/** Everything but the address is replaced. */
export const update = callOperation({
	name: 'Update',
	action: 'Update a dashboard user',
	description: 'Replace name, department and permissions of a dashboard user; the address stays',
	documentation: 'https://www.braze.com/docs/api/endpoints/scim/put_update_existing_user_account/',
	calls: ['PUT /scim/v2/Users/{id}'],
	fields: { userId: userIdField, ...accountFields },
	retry: 'safe',
	request: ({ userId, ...account }) => ({ method: 'PUT', path: path`/scim/v2/Users/${userId}`, body: accountBody(account) }),
	outcome: (answer) => dashboardUser(answer),
});
