import type { SendbirdApplication } from '../application';
import { basicUserOf } from '../present';
import { unreadOf } from '../channels/unread';
import type { Channel, Member } from '../types';

/** The channel as webhooks show it. */
export const presentChannelForWebhook = (channel: Channel): Record<string, unknown> => ({
	name: channel.name,
	channel_url: channel.channel_url,
	custom_type: channel.custom_type,
	is_distinct: channel.is_distinct,
	is_public: channel.is_public,
	is_super: channel.is_super,
	is_ephemeral: channel.is_ephemeral,
	is_discoverable: channel.is_public,
	data: channel.data,
});

export function webhookMember(application: SendbirdApplication, channel: Channel, member: Member): Record<string, unknown> {
	return {
		...basicUserOf(application, member.user_id),
		is_online: false,
		state: member.state,
		is_hidden: member.hidden === undefined ? 0 : 1,
		channel_unread_message_count: unreadOf(channel, member),
	};
}

/** `members` of a payload: only where the setting asks for them, never for a Supergroup. */
export function tellMembers(application: SendbirdApplication, channel: Channel): Record<string, unknown> {
	if (!application.webhook.include_members || channel.is_super) return {};
	return { members: [...channel.members.values()].map((member) => webhookMember(application, channel, member)) };
}
