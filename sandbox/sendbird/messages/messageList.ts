import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { channelOf } from '../channels/channelMetadata';
import { decidedBy, endpoint, type Host } from '../endpoint';
import { SendbirdError, missing, notFound } from '../errors';
import { count, flag, idList, pageOf, pageQuery } from '../paging';
import { presentChannel, presentMessage } from '../present';
import { RULES } from '../rules';
import { BASE } from './messages';
import type { Channel, Message } from '../types';

const query = z.object({
	message_ts: count.optional(),
	message_id: count.optional(),
	prev_limit: count.min(0).max(200).default(15),
	next_limit: count.min(0).max(200).default(15),
	include: flag.default(true),
	reverse: flag.default(false),
	sender_id: z.string().optional(),
	sender_ids: idList.optional(),
	operator_filter: z.enum(['all', 'operator', 'nonoperator']).default('all'),
	custom_types: idList.optional(),
	custom_type: z.string().optional(),
	message_type: z.enum(['', 'MESG', 'FILE', 'ADMM']).default(''),
	including_removed: flag.default(false),
	user_id: z.string().optional(),
});

type Filter = z.output<typeof query>;

function wanted(channel: Channel, message: Message, filter: Filter): boolean {
	const senders = [...(filter.sender_ids ?? []), ...(filter.sender_id === undefined ? [] : [filter.sender_id])];
	const types = [...(filter.custom_types ?? []), ...(filter.custom_type === undefined ? [] : [filter.custom_type])].filter((type) => type !== '*');
	const sender = message.user_id;
	if (message.is_removed && !filter.including_removed) return false;
	if (filter.message_type !== '' && message.type !== filter.message_type) return false;
	if (senders.length > 0 && (sender === undefined || !senders.includes(sender))) return false;
	if (types.length > 0 && !types.includes(message.custom_type)) return false;
	if (filter.user_id !== undefined && message.created_at <= (channel.members.get(filter.user_id)?.historyFrom ?? 0)) return false;
	if (filter.operator_filter === 'all') return true;
	const operator = sender !== undefined && channel.members.get(sender)?.role === 'operator';
	return operator === (filter.operator_filter === 'operator');
}

/** Left of the anchor is negative, right of it positive, 0 is the anchor itself. */
function sideOf(channel: Channel, { message_ts: ts, message_id: id }: Filter): (message: Message) => number {
	if (ts !== undefined) return ({ created_at: at }) => at - ts;
	if (id === undefined) throw missing('message_ts', RULES.messageWindow);
	const anchor = channel.messages.find(({ message_id: own }) => own === id);
	if (anchor === undefined) throw notFound('Message');
	return ({ created_at: at, message_id: own }) => at - anchor.created_at || own - anchor.message_id;
}

const byTime = (left: Message, right: Message): number => left.created_at - right.created_at || left.message_id - right.message_id;

function listing(app: FastifyInstance, host: Host): void {
	const { application } = host;
	endpoint(app, host, {
		method: 'GET',
		path: BASE,
		query,
		answer({ path, query: filter, request }) {
			const channel = channelOf(host, path);
			const side = sideOf(channel, filter);
			const all = channel.messages.filter((message) => wanted(channel, message, filter)).sort(byTime);
			const before = all.filter((message) => side(message) < 0);
			const window = [
				...(filter.prev_limit === 0 ? [] : before.slice(-filter.prev_limit)),
				...(filter.include ? all.filter((message) => side(message) === 0) : []),
				...all.filter((message) => side(message) > 0).slice(0, filter.next_limit),
			];
			decidedBy(request, RULES.messageWindow);
			return { messages: (filter.reverse ? window.reverse() : window).map((message) => presentMessage(application, channel, message)) };
		},
	});
}

const words = (text: string): string[] => text.toLowerCase().split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');

/** Whether all words of the query are there; with `exact` next to each other. */
function says(message: Message, query: string, exact: boolean): boolean {
	const has = words(message.message);
	const asked = words(query);
	if (exact) return ` ${has.join(' ')} `.includes(` ${asked.join(' ')} `);
	return asked.every((word) => has.some((each) => each.startsWith(word)));
}

/** `GET /v3/search/messages`: in one channel, or in those of a user. */
function searching(app: FastifyInstance, host: Host): void {
	const { application } = host;
	endpoint(app, host, {
		method: 'GET',
		path: '/v3/search/messages',
		query: pageQuery.extend({
			query: z.string().min(1),
			channel_url: z.string().optional(),
			user_id: z.string().optional(),
			custom_type: z.string().optional(),
			exact_match: flag.default(false),
			message_ts_from: count.optional(),
			message_ts_to: count.optional(),
			target_user_ids: idList.optional(),
			before: z.string().optional(),
			after: z.string().optional(),
		}),
		answer({ query: asked, request }) {
			const { channel_url: url, user_id: userId } = asked;
			if (url !== undefined && userId !== undefined) throw new SendbirdError('400920', RULES.search, 'Only one of "channel_url" and "user_id".');
			if (url === undefined && userId === undefined) throw missing('channel_url');
			const channels = url === undefined ? application.channelsOf(application.user(userId ?? '').user_id).slice(0, 100) : [application.channel(url)];
			const hits = channels
				.filter(({ custom_type: type }) => asked.custom_type === undefined || type === asked.custom_type)
				.flatMap((channel) => channel.messages.filter((message) => !message.is_removed && says(message, asked.query, asked.exact_match)).map((message) => ({ channel, message })))
				.filter(({ message }) => (asked.message_ts_from === undefined || message.created_at >= asked.message_ts_from) && (asked.message_ts_to === undefined || message.created_at <= asked.message_ts_to))
				.filter(({ message }) => asked.target_user_ids === undefined || (message.user_id !== undefined && asked.target_user_ids.includes(message.user_id)))
				.sort((left, right) => byTime(right.message, left.message));
			decidedBy(request, RULES.search);
			const { items, next } = pageOf(hits, { token: asked.after ?? asked.token, limit: asked.limit });
			return {
				results: items.map(({ channel, message }) => ({ ...presentMessage(application, channel, message), channel: presentChannel(application, channel) })),
				has_prev: false,
				has_next: next !== '',
				end_cursor: next,
				total_count: hits.length,
			};
		},
	});
}

/** Messages around a time or a message, and search. */
export function messageList(app: FastifyInstance, host: Host): void {
	listing(app, host);
	searching(app, host);
}
