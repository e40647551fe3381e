import type { SendbirdApplication } from '../application';
import { readChannel } from '../channels/channelReads';
import { createGroupChannel, distinctChannel } from '../channels/groupChannelCreate';
import { sendInto } from '../messages/messageSend';
import { RULES } from '../rules';
import { presentChannelForWebhook } from '../webhooks/webhookParts';
import { emit } from '../webhooks/webhooks';
import type { Announcement, Channel } from '../types';

function oneToOne(application: SendbirdApplication, { message, create_channel: create, create_channel_options: options }: Announcement, userId: string): Channel | undefined {
	const ids = [message.user_id, userId];
	const distinct = options.distinct !== false;
	const there = distinct ? distinctChannel(application, ids) : undefined;
	if (there !== undefined || !create) return there;
	const text = (key: string): string => (typeof options[key] === 'string' ? options[key] : '');
	const channel = createGroupChannel(application, {
		channel: { name: text('name'), cover_url: text('cover_url'), custom_type: text('custom_type'), data: text('data'), is_distinct: distinct },
		userIds: ids.filter((id) => application.users.has(id)),
		inviterId: message.user_id,
	});
	emit(application, 'announcement:create_channels', { channels: [presentChannelForWebhook(channel)] });
	return channel;
}

/** The channels that the announcement is meant for. */
function targets(application: SendbirdApplication, announcement: Announcement): Channel[] {
	const { target_at: at, target_list: list, target_custom_type: type, message } = announcement;
	const fits = ({ custom_type: own }: Channel): boolean => type === '' || own === type;
	if (at === 'sender_all_channels') return application.channelsOf(message.user_id).filter(fits);
	if (at.startsWith('target_channels')) return list.flatMap((url) => application.channels.get(url) ?? []).filter(fits);
	const included = at.includes('included') ? list.flatMap((id) => application.channelsOf(id).filter(({ members }) => members.has(message.user_id))) : [];
	return [...new Set([...included, ...list.filter((id) => application.users.has(id)).flatMap((id) => oneToOne(application, announcement, id) ?? [])])];
}

/** Sends the announcement into its channels. */
export function runAnnouncement(application: SendbirdApplication, announcement: Announcement): void {
	if (announcement.status !== 'scheduled') return;
	const { message } = announcement;
	const channels = targets(application, announcement).filter(({ freeze }) => !freeze || announcement.send_to_frozen_channels);
	for (const channel of channels) {
		const sent = sendInto(application, channel, { type: message.type === 'ADMM' ? 'ADMM' : 'MESG', user_id: message.type === 'ADMM' ? undefined : message.user_id, message: message.content, custom_type: message.custom_type, data: message.data }, 'Announcement');
		announcement.channels.add(channel.channel_url);
		for (const { user_id: id } of channel.members.values()) {
			if (id === message.user_id) continue;
			announcement.sent.push({ user_id: id, channel_url: channel.channel_url, at: sent.created_at });
			if (announcement.mark_as_read) readChannel(application, channel, id);
		}
		emit(application, 'announcement:send_messages', { unique_id: announcement.unique_id, message_id: sent.message_id, channels: [presentChannelForWebhook(channel)] });
	}
	announcement.status = 'done';
	announcement.completed_at = Date.now();
	application.note(`announcement ${announcement.unique_id} reached ${channels.length} channel(s)`, RULES.announcement);
}

/** When each of those reached opened it; undefined: not yet. */
export function opened(application: SendbirdApplication, announcement: Announcement): Array<{ user_id: string; channel_url: string; sent_at: number; open_at?: number }> {
	return announcement.sent.map(({ user_id: id, channel_url: url, at }) => {
		const readTs = application.channels.get(url)?.members.get(id)?.readTs ?? 0;
		return { user_id: id, channel_url: url, sent_at: at, ...(readTs >= at ? { open_at: readTs } : {}) };
	});
}
