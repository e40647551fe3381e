import { batchOperation, field, success } from '../../../shared/operation';
import { inOneArray, outcomesOf } from '../../minorErrors';
import { processedOf } from './processed';

const fields = {
	aliasName: field.requiredId({ displayName: 'Alias Name', placeholder: '24601' }),
	aliasLabel: field.requiredId({ displayName: 'Alias Label', description: 'A user has one alias of each label', placeholder: 'messenger' }),
	externalId: field.optionalId({ displayName: 'External ID', description: 'The user who gets the alias. Left blank, a new user is made who has nothing but the alias.', placeholder: 'cust-42' }),
};

/** An alias that is taken, or whose label the user has already, is left as it is: a repeat changes nothing. */
export const createAlias = batchOperation({
	name: 'Create Alias',
	action: 'Create aliases of users',
	description: 'Add aliases to users, or make alias-only users, up to 50 a call',
	documentation: 'https://www.braze.com/docs/api/endpoints/user_data/post_user_alias/',
	calls: ['POST /users/alias/new'],
	fields,
	retry: 'safe',
	batch: { size: 50 },
	request: (inputs) => ({
		method: 'POST',
		path: '/users/alias/new',
		body: { user_aliases: inputs.map(({ aliasName, aliasLabel, externalId }) => ({ external_id: externalId, alias_name: aliasName, alias_label: aliasLabel })) },
	}),
	outcomes: (answer, inputs) =>
		outcomesOf(answer, inputs.length, inOneArray(inputs.length, 'user_aliases'), (index) => {
			const { aliasName, aliasLabel, externalId } = inputs[index];
			return success({ aliasName, aliasLabel, ...(externalId === undefined ? {} : { externalId }), accepted: true, ...processedOf(answer, 'aliases_processed', inputs.length) });
		}),
});
