import type { SendbirdApplication } from './application';
import { unreadOf } from './channels/unread';
import type { Channel, Member, Message, Millis, User } from './types';

/** A time in seconds. */
export const seconds = (at: Millis): number => Math.floor(at / 1000);

/** A user inside messages and channels. */
export function basicUser(user: User): Record<string, unknown> {
	return { user_id: user.user_id, nickname: user.nickname, profile_url: user.profile_url, metadata: user.metadata, is_active: user.is_active, require_auth_for_profile_image: false };
}

/** The same of an id whose user may be gone. */
export function basicUserOf(application: SendbirdApplication, id: string): Record<string, unknown> {
	const user = application.users.get(id);
	return user === undefined ? { user_id: id, nickname: '', profile_url: '', metadata: {} } : basicUser(user);
}

/** The whole user. Session tokens show only in the answer that made one. */
export function presentUser(user: User): Record<string, unknown> {
	return {
		...basicUser(user),
		access_token: user.access_token,
		created_at: seconds(user.created_at),
		discovery_keys: user.discovery_keys,
		has_ever_logged_in: user.last_seen_at > 0,
		is_hide_me_from_friends: false,
		is_online: false,
		is_shadow_blocked: false,
		last_seen_at: user.last_seen_at,
		locale: '',
		phone_number: '',
		preferred_languages: user.preferred_languages,
	};
}

export function presentMember(application: SendbirdApplication, member: Member): Record<string, unknown> {
	return {
		...basicUserOf(application, member.user_id),
		state: member.state,
		role: member.role,
		read_ts: member.readTs,
		delivered_ts: member.deliveredTs,
		is_online: false,
		is_muted: false,
		last_seen_at: application.users.get(member.user_id)?.last_seen_at ?? 0,
	};
}

export function presentMessage(application: SendbirdApplication, channel: Channel, message: Message): Record<string, unknown> {
	return {
		message_id: message.message_id,
		type: message.type,
		message: message.message,
		custom_type: message.custom_type,
		data: message.data,
		...(message.user_id === undefined ? {} : { user: basicUserOf(application, message.user_id) }),
		channel_url: channel.channel_url,
		channel_type: 'group',
		mention_type: message.mention_type,
		mentioned_users: message.mentioned_user_ids.map((id) => basicUserOf(application, id)),
		...(message.file === undefined ? { files: [] } : { file: { ...message.file, data: message.data }, files: [] }),
		sorted_metaarray: message.sorted_metaarray,
		reactions: [...message.reactions].map(([key, userIds]) => ({ key, user_ids: userIds, updated_at: message.updated_at })),
		translations: message.translations,
		silent: message.silent,
		is_removed: message.is_removed,
		is_op_msg: message.user_id !== undefined && channel.members.get(message.user_id)?.role === 'operator',
		message_retention_hour: -1,
		message_survival_seconds: -1,
		created_at: message.created_at,
		updated_at: message.updated_at,
	};
}

export interface ChannelParts {
	/** show_member */
	members?: boolean;
	/** Adds what this user sees: unread messages, state, role. */
	forUser?: string;
	readReceipt?: boolean;
	deliveryReceipt?: boolean;
}

const receipts = (channel: Channel, field: 'readTs' | 'deliveredTs'): Record<string, number> => Object.fromEntries([...channel.members.values()].map((member) => [member.user_id, member[field]]));

export function presentChannel(application: SendbirdApplication, channel: Channel, parts: ChannelParts = {}): Record<string, unknown> {
	const members = [...channel.members.values()];
	const last = channel.messages.filter(({ is_removed: removed }) => !removed).at(-1);
	const own = parts.forUser === undefined ? undefined : channel.members.get(parts.forUser);
	return {
		channel_url: channel.channel_url,
		name: channel.name,
		cover_url: channel.cover_url,
		custom_type: channel.custom_type,
		data: channel.data,
		is_distinct: channel.is_distinct,
		is_public: channel.is_public,
		is_super: channel.is_super,
		is_ephemeral: channel.is_ephemeral,
		is_broadcast: false,
		is_discoverable: channel.is_public,
		is_access_code_required: channel.access_code !== '',
		freeze: channel.freeze,
		ignore_profanity_filter: false,
		max_length_message: 5000,
		member_count: members.length,
		joined_member_count: members.filter(({ state }) => state === 'joined').length,
		created_at: seconds(channel.created_at),
		created_by: channel.createdBy === undefined ? null : basicUserOf(application, channel.createdBy),
		last_message: last === undefined ? null : presentMessage(application, channel, last),
		unread_message_count: own === undefined ? 0 : unreadOf(channel, own),
		unread_mention_count: 0,
		...(parts.members ? { members: members.map((member) => presentMember(application, member)), operators: members.filter(({ role }) => role === 'operator').map(({ user_id: id }) => basicUserOf(application, id)) } : {}),
		...(parts.readReceipt ? { read_receipt: receipts(channel, 'readTs') } : {}),
		...(parts.deliveryReceipt ? { delivery_receipt: receipts(channel, 'deliveredTs') } : {}),
		...(own === undefined ? {} : { member_state: own.state, my_role: own.role === '' ? 'none' : own.role, hidden_state: own.hidden ?? 'unhidden', is_hidden: own.hidden !== undefined }),
	};
}
