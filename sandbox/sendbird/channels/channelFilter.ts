import { z } from 'zod';
import { count, flag, idList, pageQuery } from '../paging';
import type { Channel } from '../types';

/** Filters of channel lists; others are ignored. */
export const channelFilter = pageQuery.extend({
	distinct_mode: z.enum(['all', 'distinct', 'nondistinct']).default('all'),
	public_mode: z.enum(['all', 'public', 'private']).default('all'),
	super_mode: z.enum(['all', 'super', 'nonsuper']).default('all'),
	/** ms, as Sendbird's SDKs say; the channel's own created_at is in seconds. */
	created_after: count.optional(),
	created_before: count.optional(),
	show_empty: flag.default(false),
	show_member: flag.default(false),
	show_frozen: flag.default(true),
	show_metadata: flag.default(false),
	show_read_receipt: flag.default(false),
	show_delivery_receipt: flag.default(false),
	order: z.string().default('chronological'),
	custom_types: idList.optional(),
	custom_type: z.string().optional(),
	custom_type_startswith: z.string().optional(),
	channel_urls: idList.optional(),
	name: z.string().optional(),
	name_contains: z.string().optional(),
	name_startswith: z.string().optional(),
	members_exactly_in: idList.optional(),
	members_include_in: idList.optional(),
	query_type: z.enum(['AND', 'OR']).default('AND'),
	members_nickname: idList.optional(),
	members_nickname_contains: z.string().optional(),
	metadata_key: z.string().optional(),
	metadata_values: idList.optional(),
});

export type ChannelFilter = z.output<typeof channelFilter>;

const includes = (text: string, part: string | undefined): boolean => part === undefined || text.toLowerCase().includes(part.toLowerCase());
const starts = (text: string, part: string | undefined): boolean => part === undefined || text.toLowerCase().startsWith(part.toLowerCase());
const mode = (value: boolean, wanted: string, yes: string): boolean => wanted === 'all' || value === (wanted === yes);

function membersMatch({ members }: Channel, { members_exactly_in: exactly, members_include_in: some, query_type: type }: ChannelFilter): boolean {
	if (exactly !== undefined && (exactly.length !== members.size || exactly.some((id) => !members.has(id)))) return false;
	if (some === undefined) return true;
	return type === 'AND' ? some.every((id) => members.has(id)) : some.some((id) => members.has(id));
}

/** Whether a list with these filters holds the channel. */
export function wantedChannel(channel: Channel, filter: ChannelFilter): boolean {
	const types = [...(filter.custom_types ?? []), ...(filter.custom_type === undefined ? [] : [filter.custom_type])];
	const { created_at: created } = channel;
	return (
		mode(channel.is_distinct, filter.distinct_mode, 'distinct') &&
		mode(channel.is_public, filter.public_mode, 'public') &&
		mode(channel.is_super, filter.super_mode, 'super') &&
		(filter.created_after === undefined || created >= filter.created_after) &&
		(filter.created_before === undefined || created <= filter.created_before) &&
		(filter.show_empty || channel.messages.length > 0) &&
		(filter.show_frozen || !channel.freeze) &&
		(types.length === 0 || types.includes(channel.custom_type)) &&
		starts(channel.custom_type, filter.custom_type_startswith) &&
		(filter.channel_urls === undefined || filter.channel_urls.includes(channel.channel_url)) &&
		(filter.name === undefined || channel.name === filter.name) &&
		includes(channel.name, filter.name_contains) &&
		starts(channel.name, filter.name_startswith) &&
		(filter.metadata_key === undefined || (filter.metadata_key in channel.metadata && (filter.metadata_values === undefined || filter.metadata_values.includes(channel.metadata[filter.metadata_key])))) &&
		membersMatch(channel, filter)
	);
}

const lastAt = ({ messages, created_at: created }: Channel): number => messages.at(-1)?.created_at ?? created;

/** chronological: newest channel first. */
export const ORDERS: Record<string, (left: Channel, right: Channel) => number> = {
	chronological: (left, right) => right.created_at - left.created_at,
	latest_last_message: (left, right) => lastAt(right) - lastAt(left),
	channel_name_alphabetical: (left, right) => left.name.localeCompare(right.name),
};
