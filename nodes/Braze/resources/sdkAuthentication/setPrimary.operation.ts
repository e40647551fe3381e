import { callOperation } from '../../../shared/operation';
import { rowsIn } from '../../paging';
import { appIdField, keyIdField } from './keyFields';

export const setPrimary = callOperation({
	name: 'Set Primary',
	action: 'Set the primary SDK authentication key',
	description: 'Make one key of an app its primary one; the answer lists the keys of the app',
	documentation: 'https://www.braze.com/docs/api/endpoints/sdk_authentication/put_primary_sdk_authentication_key/',
	calls: ['PUT /app_group/sdk_authentication/primary'],
	fields: { appId: appIdField, keyId: keyIdField },
	retry: 'safe',
	request: ({ appId, keyId }) => ({ method: 'PUT', path: '/app_group/sdk_authentication/primary', body: { app_id: appId, key_id: keyId } }),
	outcome: (answer, { appId }) => ({ appId, keys: rowsIn(answer, 'keys') }),
});
