import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { SendbirdApplication } from '../application';
import { channelFilter, wantedChannel } from '../channels/channelFilter';
import { endpoint, type Host } from '../endpoint';
import { idList, pageOf } from '../paging';
import { presentChannel } from '../present';
import { unreadOf } from '../channels/unread';
import { readChannel } from '../channels/channelReads';
import type { Channel, Member } from '../types';

const ofUser = z.object({ custom_types: idList.optional(), custom_type: z.string().optional(), super_mode: z.enum(['all', 'super', 'nonsuper']).default('all') });

interface Membership {
	channel: Channel;
	member: Member;
}

function memberships(application: SendbirdApplication, userId: string, filter: z.output<typeof ofUser> = { super_mode: 'all' }): Membership[] {
	application.user(userId);
	const { custom_types: types, super_mode: mode } = filter;
	return application.channelsOf(userId).flatMap((channel) => {
		const member = channel.members.get(userId);
		if (member === undefined || (types !== undefined && !types.includes(channel.custom_type))) return [];
		return mode === 'all' || channel.is_super === (mode === 'super') ? [{ channel, member }] : [];
	});
}

const unreadSum = (all: Membership[]): number => all.reduce((sum, { channel, member }) => sum + unreadOf(channel, member), 0);

function counts(app: FastifyInstance, host: Host): void {
	const { application } = host;
	endpoint(app, host, { method: 'GET', path: '/v3/users/:user_id/unread_message_count', query: ofUser, answer: ({ path, query }) => ({ unread_count: unreadSum(memberships(application, path.user_id, query)) }) });
	endpoint(app, host, {
		method: 'GET',
		path: '/v3/users/:user_id/unread_channel_count',
		query: ofUser,
		answer: ({ path, query }) => ({ unread_count: memberships(application, path.user_id, query).filter(({ channel, member }) => unreadOf(channel, member) > 0).length }),
	});
	endpoint(app, host, {
		method: 'GET',
		path: '/v3/users/:user_id/unread_item_count',
		query: ofUser.extend({ item_keys: idList.optional() }),
		answer({ path, query }) {
			const all = memberships(application, path.user_id, query);
			const items: Record<string, number> = {};
			for (const [prefix, some] of [['', all], ['super_', all.filter(({ channel }) => channel.is_super)], ['non_super_', all.filter(({ channel }) => !channel.is_super)]] as const) {
				items[`${prefix}group_channel_unread_message_count`] = unreadSum(some);
				items[`${prefix}group_channel_unread_mention_count`] = 0;
				items[`${prefix}group_channel_invitation_count`] = some.filter(({ member }) => member.state === 'invited').length;
			}
			return Object.fromEntries(Object.entries(items).filter(([key]) => query.item_keys === undefined || query.item_keys.includes(key)));
		},
	});
	endpoint(app, host, {
		method: 'GET',
		path: '/v3/users/:user_id/group_channel_count',
		query: z.object({ state: z.enum(['all', 'joined', 'invited', 'invited_by_friend', 'invited_by_non_friend']).default('all') }),
		answer: ({ path, query: { state } }) => ({ group_channel_count: memberships(application, path.user_id).filter(({ member }) => state === 'all' || state.startsWith(member.state)).length }),
	});
}

/** A user's own channels: list, leave, read, count. */
export function userChannels(app: FastifyInstance, host: Host): void {
	const { application } = host;
	endpoint(app, host, {
		method: 'GET',
		path: '/v3/users/:user_id/my_group_channels',
		query: channelFilter.extend({ member_state_filter: z.enum(['all', 'invited_only', 'joined_only', 'invited_by_friend', 'invited_by_non_friend']).default('joined_only'), unread_filter: z.enum(['all', 'unread_message']).default('all'), hidden_mode: z.string().default('unhidden_only') }),
		answer({ path, query }) {
			const state = query.member_state_filter;
			const own = memberships(application, path.user_id).filter(({ channel, member }) => {
				if (state !== 'all' && member.state !== (state === 'joined_only' ? 'joined' : 'invited')) return false;
				if (query.hidden_mode === 'unhidden_only' && member.hidden !== undefined) return false;
				if (query.unread_filter === 'unread_message' && unreadOf(channel, member) === 0) return false;
				return wantedChannel(channel, query);
			});
			const { items, next } = pageOf(own, query);
			return { channels: items.map(({ channel }) => presentChannel(application, channel, { members: query.show_member, forUser: path.user_id })), next, ts: Date.now() };
		},
	});
	endpoint(app, host, {
		method: 'PUT',
		path: '/v3/users/:user_id/my_group_channels/leave',
		body: z.object({ custom_type: z.string().optional() }),
		answer({ path, body }) {
			for (const { channel } of memberships(application, path.user_id)) {
				if (body.custom_type === undefined || channel.custom_type === body.custom_type) channel.members.delete(path.user_id);
			}
			return {};
		},
	});
	endpoint(app, host, {
		method: 'PUT',
		path: '/v3/users/:user_id/mark_as_read_all',
		body: z.object({ channel_urls: z.array(z.string()).optional() }),
		strict: 'user_id',
		answer({ path, body }) {
			for (const { channel } of memberships(application, path.user_id)) {
				if (body.channel_urls === undefined || body.channel_urls.includes(channel.channel_url)) readChannel(application, channel, path.user_id);
			}
			return {};
		},
	});
	endpoint(app, host, {
		method: 'POST',
		path: '/v3/users/:user_id/operating_channel_custom_types',
		body: z.object({ channel_custom_types: z.array(z.string()) }),
		answer({ path, body }) {
			const user = application.user(path.user_id);
			for (const type of body.channel_custom_types) user.operatingCustomTypes.add(type);
			for (const { channel, member } of memberships(application, path.user_id)) if (user.operatingCustomTypes.has(channel.custom_type)) member.role = 'operator';
			return {};
		},
	});
	counts(app, host);
}
