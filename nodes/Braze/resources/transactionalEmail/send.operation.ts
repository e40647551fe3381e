import { callOperation, field, type InputOf, type Problem } from '../../../shared/operation';
import { path } from '../../../shared/transport/call';
import { propertiesProblem } from '../../sending/triggered';
import { toldWith } from '../../told';
import { checkUser, messagedUserFields, recipient } from '../../userFields';

const fields = {
	campaignId: field.requiredId({ displayName: 'Campaign ID', description: 'Of a Transactional Email campaign; it stands in the campaign\'s delivery step', placeholder: '5d2a1f0e-7c1b-4f1e-9d61-0f6a3d1c2b4a' }),
	externalSendId: field.requiredId({
		displayName: 'External Send ID',
		description: 'Your own ID of what the email is about. Braze sends nothing more under the same one for 24 hours, so repeats are safe. Letters, digits and - _ + / = only.',
		placeholder: 'order-1042-confirmed',
	}),
	...messagedUserFields,
	triggerProperties: field.namedValues({ displayName: 'Trigger Properties', description: 'Values for the email\'s Liquid' }),
	attributes: field.namedValues({ displayName: 'Attributes', description: 'Written to the profile first. With attributes an unknown external ID makes a new user.' }),
};

type Input = InputOf<typeof fields>;

const ID = /^[a-zA-Z0-9\-_+/=]+$/;

function check(input: Input): Problem | undefined {
	if (!ID.test(input.externalSendId)) return { displayName: 'External Send ID', message: 'may hold letters, digits and - _ + / = only' };
	return checkUser(input) ?? propertiesProblem('Trigger Properties', input.triggerProperties);
}

const orNothing = (values: Record<string, unknown>) => (Object.keys(values).length === 0 ? undefined : values);

/** One person a call, and no rate limit: beyond the contract Braze sends on, without its promise of speed. */
export const send = callOperation({
	name: 'Send',
	action: 'Send a transactional email',
	description: 'Send an email of a Transactional Email campaign to one user; the same External Send ID never sends twice in 24 hours',
	documentation: 'https://www.braze.com/docs/api/endpoints/messaging/send_messages/post_send_transactional_message/',
	calls: ['POST /transactional/v1/campaigns/{campaign_id}/send'],
	fields,
	check,
	retry: 'withKey',
	request: (input) => ({
		method: 'POST',
		path: path`/transactional/v1/campaigns/${input.campaignId}/send`,
		body: {
			external_send_id: input.externalSendId,
			trigger_properties: orNothing(input.triggerProperties),
			recipient: { ...recipient(input), attributes: orNothing(input.attributes) },
		},
	}),
	outcome: (answer, { userId, identifyBy, externalSendId }) => ({ userId, identifiedBy: identifyBy, externalSendId, ...toldWith(answer, 'dispatch_id') }),
});
