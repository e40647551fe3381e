import { field, type InputOf } from '../../../shared/operation';
import { MOST_USERS } from '../../sending/recipients';
import { triggeredUserFields } from '../../userFields';

export const triggerFields = {
	...triggeredUserFields,
	values: field.namedValues({ displayName: 'Values', description: 'What the message writes as {{ExternalTrigger.name}}; all go out as text. Items with the same values share a call.' }),
	more: field.extras({
		displayName: 'Additional Fields',
		placeholder: 'Add Field',
		fields: {
			batchSize: field.wholeNumber({ displayName: 'Batch Size', description: `Users a call; up to ${MOST_USERS} are known to work. A user who is twice in a call may be reached once.`, initial: MOST_USERS, min: 1, max: MOST_USERS }),
			valuesJson: field.jsonObject({ displayName: 'Values as JSON', description: 'Added to the values above' }),
		},
	}),
};

type Input = InputOf<typeof triggerFields>;

/** CleverTap takes texts only. */
const asText = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value ?? ''));

export const valuesOf = ({ values, more }: Input): Record<string, string> =>
	Object.fromEntries(Object.entries({ ...values, ...more.valuesJson }).map(([name, value]) => [name, asText(value)]));

/** Items that may share a call. */
export const callKey = (input: Input): string => JSON.stringify([input.identifyBy, input.more.batchSize, valuesOf(input)]);

export const batchSizeOf = ({ more }: Input): number => more.batchSize ?? MOST_USERS;

/** What the call says beside its campaigns: the users of all items, and the values they share. */
export const triggerBody = (inputs: Input[]) => ({ to: { [inputs[0].identifyBy]: inputs.map(({ userId }) => userId) }, ExternalTrigger: valuesOf(inputs[0]) });
