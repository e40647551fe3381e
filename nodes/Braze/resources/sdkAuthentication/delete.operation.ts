import { callOperation } from '../../../shared/operation';
import { rowsIn } from '../../paging';
import { appIdField, keyIdField } from './keyFields';

export const deleteKey = callOperation({
	name: 'Delete',
	action: 'Delete an SDK authentication key',
	description: 'Delete a key of an app; the primary one cannot be deleted. The answer lists the keys that are left.',
	documentation: 'https://www.braze.com/docs/api/endpoints/sdk_authentication/delete_sdk_authentication_key/',
	calls: ['DELETE /app_group/sdk_authentication/delete'],
	dangerous: 'deletes',
	fields: { appId: appIdField, keyId: keyIdField },
	retry: 'safe',
	request: ({ appId, keyId }) => ({ method: 'DELETE', path: '/app_group/sdk_authentication/delete', body: { app_id: appId, key_id: keyId } }),
	outcome: (answer, { appId, keyId }) => ({ appId, deletedKeyId: keyId, keys: rowsIn(answer, 'keys') }),
});
