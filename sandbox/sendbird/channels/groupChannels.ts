import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { channelFilter, ORDERS, wantedChannel } from './channelFilter';
import { decidedBy, endpoint, type Host } from '../endpoint';
import { flag, pageOf } from '../paging';
import { presentChannel } from '../present';
import { RULES } from '../rules';
import { presentChannelForWebhook, tellMembers } from '../webhooks/webhookParts';
import { emit } from '../webhooks/webhooks';

const BASE = '/v3/group_channels/:channel_url';

const changes = z.object({
	name: z.string().max(191), cover_url: z.string(), custom_type: z.string().max(128), data: z.string(), is_distinct: z.boolean(), is_public: z.boolean(), is_super: z.boolean(),
	access_code: z.string().nullable().transform((code) => code ?? ''), operator_ids: z.array(z.coerce.string()),
}).partial();

/** Group channels: list, view, update, delete. */
export function groupChannels(app: FastifyInstance, host: Host): void {
	const { application } = host;
	endpoint(app, host, {
		method: 'GET',
		path: '/v3/group_channels',
		query: channelFilter,
		answer({ query, request }) {
			decidedBy(request, RULES.listFilters);
			const all = [...application.channels.values()].filter((channel) => wantedChannel(channel, query)).sort(ORDERS[query.order] ?? ORDERS.chronological);
			const { items, next } = pageOf(all, query);
			const parts = { members: query.show_member, readReceipt: query.show_read_receipt, deliveryReceipt: query.show_delivery_receipt };
			return { channels: items.map((channel) => ({ ...presentChannel(application, channel, parts), ...(query.show_metadata ? { metadata: channel.metadata } : {}) })), next, ts: Date.now() };
		},
	});
	endpoint(app, host, {
		method: 'GET',
		path: BASE,
		query: z.object({ show_member: flag, show_read_receipt: flag, show_delivery_receipt: flag, member: flag, read_receipt: flag, user_id: z.string() }).partial(),
		answer: ({ path, query }) => presentChannel(application, application.channel(path.channel_url), {
			members: query.show_member ?? query.member,
			readReceipt: query.show_read_receipt ?? query.read_receipt,
			deliveryReceipt: query.show_delivery_receipt,
			forUser: query.user_id,
		}),
	});
	endpoint(app, host, {
		method: 'PUT',
		path: BASE,
		body: changes,
		answer({ path, body, files }) {
			const channel = application.channel(path.channel_url);
			const cover = files.find(({ field }) => field === 'cover_file');
			const { operator_ids: operatorIds, ...wanted } = cover === undefined ? body : { ...body, cover_url: application.keepFile(cover).url };
			const before = presentChannelForWebhook(channel);
			Object.assign(channel, wanted);
			if (operatorIds !== undefined) for (const member of channel.members.values()) member.role = operatorIds.includes(member.user_id) ? 'operator' : '';
			const changed = Object.entries(presentChannelForWebhook(channel)).filter(([key, value]) => before[key] !== value).map(([key, value]) => ({ key, old: before[key], new: value }));
			if (changed.length > 0) emit(application, 'group_channel:changed', { updated_at: Date.now(), ...tellMembers(application, channel), changes: changed, channel: presentChannelForWebhook(channel) });
			return presentChannel(application, channel, { members: true });
		},
	});
	endpoint(app, host, {
		method: 'DELETE',
		path: BASE,
		answer({ path }) {
			const channel = application.channel(path.channel_url);
			application.channels.delete(channel.channel_url);
			emit(application, 'group_channel:remove', { removed_at: Date.now(), ...tellMembers(application, channel), channel: presentChannelForWebhook(channel) });
			return {};
		},
	});
}
