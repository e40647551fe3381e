import { callOperation, limitFields, mostOf } from '../../../shared/operation';
import { rowsIn } from '../../paging';
import { appIdField } from './keyFields';

export const getMany = callOperation({
	name: 'Get Many',
	action: 'Get many SDK authentication keys',
	description: 'List the SDK authentication keys of an app',
	documentation: 'https://www.braze.com/docs/api/endpoints/sdk_authentication/get_sdk_authentication_keys/',
	calls: ['GET /app_group/sdk_authentication/keys'],
	fields: { appId: appIdField, ...limitFields },
	retry: 'safe',
	request: ({ appId }) => ({ method: 'GET', path: '/app_group/sdk_authentication/keys', query: { app_id: appId } }),
	outcome: (answer) => rowsIn(answer, 'keys'),
	// Braze gives them all at once.
	page: { next: () => undefined, most: mostOf },
});
