import { batchOperation, field, success, type InputOf } from '../../../shared/operation';
import { inOneArray, outcomesOf } from '../../minorErrors';
import { checkPerson, identifierOf, SHARED_KINDS } from '../../people';
import { EMAIL, PHONE, prioritizationField, USER_ALIAS } from '../../userFields';
import { processedOf } from './processed';

const fields = {
	identifyBy: field.choice({ displayName: 'Identify User By', description: 'How the user without an external ID is found', options: [EMAIL, PHONE, USER_ALIAS], initial: 'user_alias' }),
	userId: field.requiredId({ displayName: 'User ID', description: 'The alias name, email address or phone number of that user' }),
	aliasLabel: field.shownWhen({ identifyBy: ['user_alias'] }, field.requiredId({ displayName: 'Alias Label', placeholder: 'messenger' })),
	prioritization: prioritizationField({ identifyBy: SHARED_KINDS }),
	externalId: field.requiredId({ displayName: 'External ID', description: 'The ID that the user gets. Where a user has it already, the two profiles are merged.', placeholder: 'cust-42' }),
};

type Input = InputOf<typeof fields>;

/** The three arrays of the call. */
const ARRAYS = { user_alias: 'aliases_to_identify', email: 'emails_to_identify', phone: 'phone_numbers_to_identify' } as const;

/** A repeat changes nothing: the profile has its ID then, or is part of the other one. */
export const identify = batchOperation({
	name: 'Identify',
	action: 'Identify users',
	description: 'Give an external ID to users known by an alias, email or phone only, up to 50 a call',
	documentation: 'https://www.braze.com/docs/api/endpoints/user_data/post_user_identify/',
	calls: ['POST /users/identify'],
	fields,
	check: checkPerson,
	retry: 'safe',
	batch: { size: 50, together: ({ identifyBy }) => identifyBy },
	request: (inputs: Input[]) => ({
		method: 'POST',
		path: '/users/identify',
		body: { [ARRAYS[inputs[0].identifyBy]]: inputs.map((input) => ({ external_id: input.externalId, ...identifierOf(input) })) },
	}),
	outcomes: (answer, inputs) =>
		outcomesOf(answer, inputs.length, inOneArray(inputs.length, ARRAYS[inputs[0].identifyBy]), (index) => {
			const { externalId, identifyBy, userId } = inputs[index];
			return success({ externalId, userId, identifiedBy: identifyBy, accepted: true, ...processedOf(answer, 'aliases_processed', inputs.length) });
		}),
});
