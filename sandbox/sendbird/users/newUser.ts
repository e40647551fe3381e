import type { User } from '../types';
import { newToken } from '../ids';

export const PUSH_PREFERENCE: Readonly<Record<string, unknown>> = {
	push_trigger_option: 'all', do_not_disturb: false, start_hour: 0, start_min: 0, end_hour: 0, end_min: 0, snooze_enabled: false, snooze_start_ts: 0, snooze_end_ts: 0,
	timezone: 'UTC', block_push_from_bots: false, push_blocked_bot_ids: [], push_sound: 'default', enable_push_for_replies: false,
};

/** A user as a create call makes it. */
export const newUser = (input: Pick<User, 'user_id' | 'nickname' | 'profile_url'> & { metadata?: Record<string, string>; discovery_keys?: string[]; issue_access_token?: boolean }): User => ({
	user_id: input.user_id,
	nickname: input.nickname,
	profile_url: input.profile_url,
	metadata: { ...input.metadata },
	is_active: true,
	created_at: Date.now(),
	last_seen_at: 0,
	discovery_keys: input.discovery_keys ?? [],
	preferred_languages: [],
	access_token: input.issue_access_token === true ? newToken() : '',
	session_tokens: [],
	devices: { gcm: [], apns: [], huawei: [] },
	blocked: new Set(),
	auto_accept: true,
	pushTemplate: 'default',
	pushPreference: { ...PUSH_PREFERENCE },
	channelPushPreference: new Map(),
	countPreference: new Map(),
	operatingCustomTypes: new Set(),
});
