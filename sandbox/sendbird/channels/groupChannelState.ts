import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { memberOf } from './channelReads';
import { endpoint, type Host } from '../endpoint';
import { missing } from '../errors';
import { flag, idList, pageOf, pageQuery } from '../paging';
import { basicUserOf, presentChannel } from '../present';
import { presentChannelForWebhook, tellMembers } from '../webhooks/webhookParts';
import { emit } from '../webhooks/webhooks';
import type { Member } from '../types';

const BASE = '/v3/group_channels/:channel_url';

/** Operators of a group channel. */
function operators(app: FastifyInstance, host: Host): void {
	const { application } = host;
	const path = `${BASE}/operators`;
	endpoint(app, host, {
		method: 'GET',
		path,
		query: pageQuery,
		answer({ path: parts, query }) {
			const { items, next } = pageOf([...application.channel(parts.channel_url).members.values()].filter(({ role }) => role === 'operator'), query);
			return { operators: items.map(({ user_id: id }) => basicUserOf(application, id)), next };
		},
	});
	endpoint(app, host, {
		method: 'POST',
		path,
		body: z.object({ operator_ids: z.array(z.coerce.string()) }),
		answer({ path: parts, body }) {
			const channel = application.channel(parts.channel_url);
			const members = body.operator_ids.map((id) => memberOf(channel, application.user(id).user_id));
			for (const member of members) member.role = 'operator';
			return { operator_ids: body.operator_ids };
		},
	});
	endpoint(app, host, {
		method: 'DELETE',
		path,
		query: z.object({ operator_ids: idList.optional(), delete_all: flag.optional() }),
		answer({ path: parts, query }) {
			if (query.operator_ids === undefined && query.delete_all !== true) throw missing('operator_ids');
			for (const member of application.channel(parts.channel_url).members.values()) {
				if (query.delete_all === true || query.operator_ids?.includes(member.user_id)) member.role = '';
			}
			return {};
		},
	});
}

/** Freeze, hide, history and typing. */
export function groupChannelState(app: FastifyInstance, host: Host): void {
	const { application } = host;
	operators(app, host);
	endpoint(app, host, {
		method: 'PUT',
		path: `${BASE}/freeze`,
		body: z.object({ freeze: z.boolean() }),
		answer({ path, body }) {
			const channel = application.channel(path.channel_url);
			channel.freeze = body.freeze;
			emit(application, 'group_channel:freeze_unfreeze', { ...tellMembers(application, channel), freeze: body.freeze, channel: presentChannelForWebhook(channel) });
			return presentChannel(application, channel);
		},
	});
	endpoint(app, host, {
		method: 'PUT',
		path: `${BASE}/hide`,
		body: z.object({ user_id: z.string().optional(), should_hide_all: z.boolean().optional(), allow_auto_unhide: z.boolean().default(true), hide_previous_messages: z.boolean().default(false) }),
		answer({ path, body }) {
			const channel = application.channel(path.channel_url);
			if (body.user_id === undefined && body.should_hide_all !== true) throw missing('user_id');
			const members: Member[] = body.should_hide_all === true ? [...channel.members.values()] : [memberOf(channel, body.user_id ?? '')];
			for (const member of members) {
				member.hidden = body.allow_auto_unhide ? 'hidden_allow_auto_unhide' : 'hidden_prevent_auto_unhide';
				if (body.hide_previous_messages) member.historyFrom = Date.now();
			}
			return {};
		},
	});
	endpoint(app, host, {
		method: 'DELETE',
		path: `${BASE}/hide`,
		query: z.object({ user_id: z.string().optional(), should_unhide_all: flag.optional() }),
		answer({ path, query }) {
			const channel = application.channel(path.channel_url);
			if (query.user_id === undefined && query.should_unhide_all !== true) throw missing('user_id');
			for (const member of channel.members.values()) if (query.should_unhide_all === true || member.user_id === query.user_id) member.hidden = undefined;
			return {};
		},
	});
	endpoint(app, host, {
		method: 'PUT',
		path: `${BASE}/reset_user_history`,
		body: z.object({ user_id: z.string().optional(), reset_all: z.boolean().optional() }),
		answer({ path, body }) {
			const channel = application.channel(path.channel_url);
			if (body.user_id === undefined && body.reset_all !== true) throw missing('user_id');
			const from = Date.now();
			const members = body.reset_all === true ? [...channel.members.values()] : [memberOf(channel, body.user_id ?? '')];
			for (const member of members) member.historyFrom = from;
			return { ts_message_offset: from };
		},
	});
	for (const method of ['POST', 'DELETE'] as const) {
		endpoint(app, host, {
			method,
			path: `${BASE}/typing`,
			body: z.object({ user_ids: z.array(z.string()).optional() }),
			answer({ path, body }) {
				const channel = application.channel(path.channel_url);
				for (const id of body.user_ids ?? []) memberOf(channel, id);
				return {};
			},
		});
	}
}
