import { callOperation, field } from '../../../shared/operation';
import { toldWith } from '../../told';
import { appIdField } from './keyFields';

const fields = {
	appId: appIdField,
	publicKey: field.requiredText({ displayName: 'RSA Public Key', description: 'In PEM', placeholder: '-----BEGIN PUBLIC KEY-----' }),
	description: field.requiredText({ displayName: 'Description' }),
	makePrimary: field.toggle({ displayName: 'Make Primary', description: 'Whether the app uses this key from now on', initial: false }),
};

export const create = callOperation({
	name: 'Create',
	action: 'Create an SDK authentication key',
	description: 'Add a public key to an app; an app has up to 3',
	documentation: 'https://www.braze.com/docs/api/endpoints/sdk_authentication/post_create_sdk_authentication_key/',
	calls: ['POST /app_group/sdk_authentication/create'],
	fields,
	check: ({ publicKey }) => (/^\s*-----BEGIN (RSA )?PUBLIC KEY-----/.test(publicKey) ? undefined : { displayName: 'RSA Public Key', message: 'must be a public key in PEM; it begins with -----BEGIN PUBLIC KEY-----' }),
	retry: 'onlyIfNothingHappened',
	request: ({ appId, publicKey, description, makePrimary }) => ({
		method: 'POST',
		path: '/app_group/sdk_authentication/create',
		body: { app_id: appId, rsa_public_key_str: publicKey, description, make_primary: makePrimary },
	}),
	outcome: (answer, { appId }) => ({ appId, ...toldWith(answer, 'id') }),
});
