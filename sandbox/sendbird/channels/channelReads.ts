import type { SendbirdApplication } from '../application';
import { SendbirdError } from '../errors';
import { presentChannelForWebhook, tellMembers } from '../webhooks/webhookParts';
import { RULES } from '../rules';
import { unreadOf } from './unread';
import { emit } from '../webhooks/webhooks';
import type { Channel, Member } from '../types';

/** Of a member, or 400108. */
export function memberOf(channel: Channel, userId: string): Member {
	const member = channel.members.get(userId);
	if (member === undefined) throw new SendbirdError('400108', RULES.sendMember, `User "${userId}" must be a member.`);
	return member;
}

/** Everything in the channel is read; message_read follows where something was unread. */
export function readChannel(application: SendbirdApplication, channel: Channel, userId: string): void {
	const member = memberOf(channel, userId);
	const before = unreadOf(channel, member);
	member.readTs = Math.max(Date.now(), ...channel.messages.map(({ created_at: at }) => at));
	member.deliveredTs = member.readTs;
	if (before === 0) return;
	const total = application.channelsOf(userId).reduce((sum, each) => {
		const own = each.members.get(userId);
		return own === undefined ? sum : sum + unreadOf(each, own);
	}, 0);
	emit(application, 'group_channel:message_read', {
		...tellMembers(application, channel),
		channel: presentChannelForWebhook(channel),
		read_updates: [{ user_id: userId, read_ts: member.readTs, channel_unread_message_count: 0, total_unread_message_count: total }],
	}, userId);
}
