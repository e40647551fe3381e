import { field, type InputOf, type Problem } from '../../shared/operation';
import { audienceFields, audienceOf, checkAudience } from '../audience/audienceFields';
import { checkMessages, messageFields, messagesOf } from '../messages';
import { optionalApiCampaignField } from '../pickFields';
import { aliasOf, type MessagedUserInput, type UserAlias } from '../userFields';
import { checkSendId, sendIdField } from './sendId';

/** External IDs and aliases of one call, together. */
export const MOST_USERS = 50;

const options = {
	overrideFrequencyCapping: field.toggle({ displayName: 'Override Frequency Capping', description: 'Whether to send even to users who have had their share of messages', initial: true }),
	recipientSubscriptionState: field.choice({
		displayName: 'Recipient Subscription State',
		description: 'Braze takes subscribed where nothing is chosen',
		options: [
			{ name: 'All, Even Unsubscribed', value: 'all', description: 'For transactional messages only' },
			{ name: 'Opted In', value: 'opted_in' },
			{ name: 'Subscribed or Opted In', value: 'subscribed' },
		],
		initial: 'subscribed',
	}),
	sendId: sendIdField,
};

const content = { campaign: optionalApiCampaignField, ...messageFields };
const addedBy = { displayName: 'Additional Fields', placeholder: 'Add Field' };

/** What is sent to whom, beside the users themselves. */
export const messageSendFields = {
	...content,
	...audienceFields,
	more: field.extras({
		...addedBy,
		fields: { ...options, segmentId: field.optionalId({ displayName: 'Segment ID', description: 'Only those of the given users who are in this segment get the message' }) },
	}),
};

export const messageBroadcastFields = { ...content, ...audienceFields, more: field.extras({ ...addedBy, fields: options }) };

type Common = Omit<InputOf<typeof messageBroadcastFields>, 'more'> & { more: InputOf<typeof messageSendFields>['more'] };

/** The endpoints name the same switch differently. */
export type CappingName = 'override_frequency_capping' | 'override_messaging_limits';

/** The part of the body that all users of a call share. */
export const sharedBody = (input: Common, capping: CappingName): Record<string, unknown> => ({
	segment_id: input.more.segmentId,
	audience: audienceOf(input),
	campaign_id: input.campaign,
	send_id: input.more.sendId,
	[capping]: input.more.overrideFrequencyCapping,
	recipient_subscription_state: input.more.recipientSubscriptionState,
	messages: messagesOf(input),
});

export const checkMessageSend = (input: Common): Problem | undefined => checkMessages(input, input.campaign !== undefined) ?? checkAudience(input) ?? checkSendId(input.more.sendId);

/** The users of a call, as message sends name them. */
export function usersOf(users: MessagedUserInput[]): { external_user_ids?: string[]; user_aliases?: UserAlias[] } {
	const ids = users.filter(({ identifyBy }) => identifyBy === 'external_id').map(({ userId }) => userId);
	const aliases = users.filter(({ identifyBy }) => identifyBy === 'user_alias').map(aliasOf);
	return { external_user_ids: ids.length > 0 ? ids : undefined, user_aliases: aliases.length > 0 ? aliases : undefined };
}

/** Who a broadcast of a message reaches, in words; undefined where it names nobody. */
export function reachOf(segment: string | undefined, hasAudience: boolean): string | undefined {
	if (segment === undefined) return hasAudience ? 'every user of the workspace who fits the connected audience' : undefined;
	return hasAudience ? `every user in the segment "${segment}" who fits the connected audience` : `every user in the segment "${segment}"`;
}
