import { field, type InputOf, type Problem } from '../../shared/operation';
import { audienceFields, audienceOf, checkAudience } from '../audience/audienceFields';
import { checkRecipient, recipient, recipientFields } from '../userFields';

/** Recipients of one call of a triggered send. */
export const MOST_RECIPIENTS = 50;

/** 50 KB, after Braze's pages on trigger properties and on context. */
const MOST_BYTES = 50 * 1024;

export const attributesField = field.namedValues({ displayName: 'Attributes', description: 'Written to the user\'s profile in the same call, before the message is sent' });

export const createUserField = field.toggle({
	displayName: 'Create User if Unknown',
	description: 'Whether to create a user that Braze does not know (needs attributes; not possible with an alias). Off: such a user gets nothing.',
	initial: false,
});

export const triggeredFields = { ...recipientFields, ...audienceFields, attributes: attributesField };

type Triggered = InputOf<typeof triggeredFields> & { more: { createUser?: boolean } };
type Properties = Record<string, unknown>;

const isEmpty = (value: object): boolean => Object.keys(value).length === 0;

/** Braze calls the same thing `trigger_properties` for campaigns and `context` for Canvases. */
export const propertiesProblem = (displayName: string, properties: Properties): Problem | undefined =>
	Buffer.byteLength(JSON.stringify(properties), 'utf8') > MOST_BYTES ? { displayName, message: 'is larger than the 50 KB that Braze takes' } : undefined;

export function checkTriggered(input: Triggered): Problem | undefined {
	const { identifyBy, attributes, more } = input;
	if (more.createUser === true && identifyBy === 'user_alias') return { displayName: 'Create User if Unknown', message: 'is not possible with an alias; make the user with Track Attributes first' };
	if (more.createUser === true && isEmpty(attributes)) return { displayName: 'Attributes', message: 'is missing; Braze creates a user only with attributes' };
	return checkRecipient(input) ?? checkAudience(input);
}

/** One entry of `recipients`. */
export function triggeredRecipient(input: Triggered, named: { trigger_properties: Properties } | { context: Properties | undefined }): Record<string, unknown> {
	return {
		...recipient(input),
		...named,
		attributes: isEmpty(input.attributes) ? undefined : input.attributes,
		send_to_existing_only: input.more.createUser === true ? false : undefined,
	};
}

/** Who a broadcast of a campaign or Canvas reaches, in words. */
export const triggeredReach = (what: 'campaign' | 'Canvas', input: InputOf<typeof audienceFields>): string =>
	`every user in the segment that the ${what} targets in the dashboard${audienceOf(input) === undefined ? '' : ' and who fits the connected audience'}`;
