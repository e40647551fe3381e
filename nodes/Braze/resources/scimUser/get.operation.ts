import { callOperation } from '../../../shared/operation';
import { path } from '../../../shared/transport/call';
import { dashboardUser } from './scimAnswer';
import { userIdField } from './scimFields';

export const get = callOperation({
	name: 'Get',
	action: 'Get a dashboard user',
	description: 'Read a dashboard user with department and permissions',
	documentation: 'https://www.braze.com/docs/api/endpoints/scim/get_see_user_account_information/',
	calls: ['GET /scim/v2/Users/{id}'],
	fields: { userId: userIdField },
	retry: 'safe',
	request: ({ userId }) => ({ method: 'GET', path: path`/scim/v2/Users/${userId}` }),
	outcome: (answer) => dashboardUser(answer),
});
