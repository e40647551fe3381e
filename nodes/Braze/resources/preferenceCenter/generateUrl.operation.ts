import { callOperation, field } from '../../../shared/operation';
import { path } from '../../../shared/transport/call';
import { preferenceCenterField } from '../../dataPickFields';
import { toldWith } from '../../told';

export const generateUrl = callOperation({
	name: 'Generate URL',
	action: 'Generate the preference center URL of a user',
	description: 'Get the address of a preference center for one user',
	documentation: 'https://www.braze.com/docs/api/endpoints/preference_center/get_create_url_preference_center/',
	calls: ['GET /preference_center/v1/{preference_center_external_id}/url/{user_id}'],
	fields: { preferenceCenter: preferenceCenterField, userId: field.requiredId({ displayName: 'User ID', description: 'The external ID of the user', placeholder: 'cust-42' }) },
	retry: 'safe',
	request: ({ preferenceCenter, userId }) => ({ method: 'GET', path: path`/preference_center/v1/${preferenceCenter}/url/${userId}` }),
	outcome: (answer, { userId }) => ({ userId, ...toldWith(answer, 'preference_center_url') }),
});
