import { callOperation } from '../../../shared/operation';
import { emailField } from '../../addressFields';
import { dashboardUser } from './scimAnswer';
import { accountBody, accountFields } from './scimFields';

export const create = callOperation({
	name: 'Create',
	action: 'Create a dashboard user',
	description: 'Make an account for the Braze dashboard',
	documentation: 'https://www.braze.com/docs/api/endpoints/scim/post_create_user_account/',
	calls: ['POST /scim/v2/Users'],
	fields: { email: emailField, ...accountFields },
	retry: 'onlyIfNothingHappened',
	request: ({ email, ...account }) => ({ method: 'POST', path: '/scim/v2/Users', body: { userName: email, ...accountBody(account) } }),
	outcome: (answer) => dashboardUser(answer),
});
