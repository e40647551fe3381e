import { batchOperation, field, success } from '../../../shared/operation';
import { isObject } from '../../../shared/text/isObject';
import { outcomesOf } from '../../minorErrors';
import { checkUser, trackedUser, userFields } from '../../userFields';

/** Objects a call, counted over its arrays, on newer contracts; older ones may have less. */
const MOST_OBJECTS = 75;

/** `{"inc": 1}` counts again when it is sent again; plain values, `add` and `remove` do not. */
const counts = (attributes: Record<string, unknown>): boolean =>
	Object.values(attributes).some((value) => isObject(value) && 'inc' in value);

const fields = {
	...userFields,
	attributes: field.namedValues({
		displayName: 'Attributes',
		description: 'Profile fields (first_name, email …) and custom attributes. Choose the right type: a filter on a boolean does not see the text "true". Objects such as {"add": ["x"]} and {"inc": 1} change arrays and numbers.',
	}),
	more: field.extras({
		displayName: 'Additional Fields',
		placeholder: 'Add Field',
		fields: {
			attributesJson: field.jsonObject({ displayName: 'Attributes as JSON', description: 'Added to the attributes above; the place for null, which clears a field' }),
			batchSize: field.wholeNumber({ displayName: 'Batch Size', description: 'Objects a call. Braze takes 75 on current contracts; some older ones take 50.', initial: MOST_OBJECTS, min: 1, max: MOST_OBJECTS }),
			updateExistingOnly: field.toggle({ displayName: 'Update Existing Only', description: 'Whether to leave out users that Braze does not know instead of creating them', initial: false }),
		},
	}),
};

export const trackAttributes = batchOperation({
	name: 'Track Attributes',
	action: 'Track attributes of users',
	description: 'Write profile fields and custom attributes, up to 75 users a call; each item gets its own result',
	documentation: 'https://www.braze.com/docs/api/endpoints/user_data/post_user_track/',
	fields,
	check: checkUser,
	retry: 'safe',
	retryFor: (inputs) => (inputs.some(({ attributes, more }) => counts({ ...attributes, ...more.attributesJson })) ? 'onlyIfNothingHappened' : 'safe'),
	batch: {
		size: ({ more }) => more.batchSize ?? MOST_OBJECTS,
		together: ({ more }) => String(more.batchSize),
	},
	request: (inputs) => ({
		method: 'POST',
		path: '/users/track',
		body: {
			attributes: inputs.map((input) => ({
				...input.attributes,
				...input.more.attributesJson,
				...trackedUser(input),
				_update_existing_only: input.more.updateExistingOnly,
			})),
		},
	}),
	outcomes: (answer, inputs) =>
		outcomesOf(answer, inputs.length, 'attributes', (index) => success({ userId: inputs[index].userId, identifiedBy: inputs[index].identifyBy, queued: true })),
});
