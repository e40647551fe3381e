import { callOperation } from '../../../shared/operation';
import { emailField } from '../../addressFields';
import { rowsIn } from '../../paging';

/** Braze lists nobody; it finds one address. */
export const search = callOperation({
	name: 'Search',
	action: 'Search a dashboard user by email',
	description: 'Find a dashboard user by email address; no item where there is none',
	documentation: 'https://www.braze.com/docs/api/endpoints/scim/get_search_existing_dashboard_user_email/',
	calls: ['GET /scim/v2/Users'],
	fields: { email: emailField },
	check: ({ email }) => (/["\\]/.test(email) ? { displayName: 'Email', message: 'may not hold a quote or a backslash' } : undefined),
	retry: 'safe',
	request: ({ email }) => ({ method: 'GET', path: '/scim/v2/Users', query: { filter: `userName eq "${email}"` } }),
	outcome: (answer) => rowsIn(answer, 'Resources'),
});
