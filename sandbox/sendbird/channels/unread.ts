import type { Channel, Member } from '../types';

/** Messages of others since this member last read. */
export const unreadOf = (channel: Channel, member: Member): number =>
	channel.messages.filter(({ created_at: at, user_id: sender, is_removed: removed, silent }) => at > member.readTs && at > member.historyFrom && sender !== member.user_id && !removed && !silent).length;
