/** Times are ms since 1970, so that ageing can move them. */
export type Millis = number;

/** chat: master and secondary API tokens; notifications: that host's own; braze and clevertap: shown on the integration's page. */
export type TokenKind = 'master' | 'secondary' | 'notifications' | 'braze' | 'clevertap';

export interface ApiToken {
	value: string;
	kind: TokenKind;
}

export type PushTokenType = 'gcm' | 'apns' | 'huawei';

export interface User {
	user_id: string;
	nickname: string;
	profile_url: string;
	metadata: Record<string, string>;
	is_active: boolean;
	created_at: Millis;
	/** 0: never seen. */
	last_seen_at: Millis;
	discovery_keys: string[];
	preferred_languages: string[];
	access_token: string;
	session_tokens: Array<{ token: string; expires_at: Millis }>;
	devices: Record<PushTokenType, string[]>;
	/** Ids of the users whom this one blocked. */
	blocked: Set<string>;
	auto_accept: boolean;
	pushTemplate: string;
	pushPreference: Record<string, unknown>;
	channelPushPreference: Map<string, Record<string, unknown>>;
	countPreference: Map<string, string>;
	operatingCustomTypes: Set<string>;
}

export interface Member {
	user_id: string;
	state: 'invited' | 'joined';
	role: 'operator' | '';
	since: Millis;
	inviter?: string;
	/** What was sent before it is read; 0: nothing. */
	readTs: Millis;
	deliveredTs: Millis;
	hidden?: 'hidden_allow_auto_unhide' | 'hidden_prevent_auto_unhide';
	/** Messages before it are gone for this member. */
	historyFrom: Millis;
}

export interface FileInfo {
	url: string;
	name: string;
	type: string;
	size: number;
}

export interface MetaArray {
	key: string;
	value: string[];
}

export type MessageType = 'MESG' | 'FILE' | 'ADMM';

export interface Message {
	message_id: number;
	type: MessageType;
	/** Absent on admin messages. */
	user_id?: string;
	message: string;
	file?: FileInfo;
	custom_type: string;
	data: string;
	dedup_id?: string;
	mention_type: string;
	mentioned_user_ids: string[];
	silent: boolean;
	sorted_metaarray: MetaArray[];
	/** Reaction to the ids of those who gave it. */
	reactions: Map<string, string[]>;
	translations: Record<string, string>;
	created_at: Millis;
	/** 0: never. */
	updated_at: Millis;
	is_removed: boolean;
}

export interface Channel {
	channel_url: string;
	name: string;
	cover_url: string;
	custom_type: string;
	data: string;
	access_code: string;
	is_distinct: boolean;
	is_public: boolean;
	is_super: boolean;
	is_ephemeral: boolean;
	freeze: boolean;
	created_at: Millis;
	createdBy?: string;
	members: Map<string, Member>;
	messages: Message[];
	metadata: Record<string, string>;
	metacounter: Record<string, number>;
}

export interface WebhookSetting {
	enabled: boolean;
	url: string;
	include_members: boolean;
	enabled_events: string[];
}

export interface AnnouncementMessage {
	type: string;
	user_id: string;
	content: string;
	custom_type: string;
	data: string;
}

export interface Announcement {
	unique_id: string;
	announcement_group: string;
	message: AnnouncementMessage;
	target_at: string;
	target_list: string[];
	target_channel_type: string;
	target_custom_type: string;
	create_channel: boolean;
	create_channel_options: Record<string, unknown>;
	scheduled_at: Millis;
	end_at: Millis;
	cease_at: string;
	resume_at: string;
	enable_push: boolean;
	mark_as_read: boolean;
	send_to_frozen_channels: boolean;
	completed_at: Millis;
	status: 'scheduled' | 'paused' | 'running' | 'done' | 'stopped' | 'canceled';
	sent: Array<{ user_id: string; channel_url: string; at: Millis }>;
	channels: Set<string>;
}
