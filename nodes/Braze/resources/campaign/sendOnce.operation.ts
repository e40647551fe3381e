import { field, storyOperation, type InputOf } from '../../../shared/operation';
import type { Call } from '../../../shared/transport/call';
import { holdsMarker } from '../../delivery/marker';
import { readProfile } from '../../delivery/profile';
import { sendMarked } from '../../delivery/sendMarked';
import { requireConsent } from '../../delivery/smsConsent';
import { campaignField } from '../../pickFields';
import { attributesField } from '../../sending/triggered';
import { checkUser, recipient, userFields, userKey } from '../../userFields';
import { triggerPropertiesField } from './triggerFields';

const fields = {
	campaign: campaignField,
	...userFields,
	messageId: field.requiredId({ displayName: 'Message ID', description: 'What is sent, by its id at the origin (a comment\'s id): the same id is sent to a user once, however often this runs' }),
	triggerProperties: triggerPropertiesField,
	attributes: attributesField,
	more: field.extras({
		displayName: 'Additional Fields',
		placeholder: 'Add Field',
		fields: {
			markerAttribute: field.requiredId({ displayName: 'Marker Attribute', description: 'The array attribute that remembers the last 25 message ids', initial: 'zendesk_delivered' }),
			subscriptionGroupId: field.optionalId({
				displayName: 'SMS Subscription Group ID',
				description: 'With it the customer\'s consent is read first: who texted STOP is reported as opted out instead of being dropped in silence. Needs the permission subscription.status.get.',
			}),
		},
	}),
};

type Input = InputOf<typeof fields>;

const markerOf = ({ more, messageId }: Input) => ({ attribute: more.markerAttribute ?? 'zendesk_delivered', id: messageId });

function sendCall(input: Input): Call {
	const marker = markerOf(input);
	return {
		method: 'POST',
		path: '/campaigns/trigger/send',
		body: {
			campaign_id: input.campaign,
			recipients: [
				{ ...recipient(input), trigger_properties: input.triggerProperties, attributes: { ...input.attributes, [marker.attribute]: { add: [marker.id] } } },
			],
		},
	};
}

/** One message, one customer, once. */
export const sendOnce = storyOperation({
	name: 'Send Once',
	action: 'Send a campaign message once',
	description: 'Send an API-triggered campaign to a user unless this very message was sent before; a lost answer is checked on the profile, never sent blindly again',
	documentation: 'https://www.braze.com/docs/api/endpoints/messaging/send_messages/post_send_triggered_campaigns/',
	calls: ['POST /users/export/ids', 'GET /subscription/status/get', 'POST /campaigns/trigger/send'],
	fields,
	check: checkUser,
	retry: 'onlyIfNothingHappened',
	// The second of two sends of one message must see the first one's marker.
	inTurn: userKey,
	async story(input, door) {
		const marker = markerOf(input);
		const profile = await readProfile(door, input, ['external_id', 'phone', 'custom_attributes']);
		const told = { messageId: input.messageId, userId: input.userId, campaignId: input.campaign };
		if (holdsMarker(profile, marker.attribute, marker.id)) return { ...told, action: 'duplicate' };
		if (input.more.subscriptionGroupId !== undefined) await requireConsent(door, input, profile, input.more.subscriptionGroupId);
		return { ...told, action: 'sent', ...(await sendMarked(door, sendCall(input), input, marker)) };
	},
});
