import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { channelOf } from '../channels/channelMetadata';
import { memberOf, readChannel } from '../channels/channelReads';
import { decidedBy, endpoint, type Call, type Host } from '../endpoint';
import { flag, idList } from '../paging';
import { basicUserOf, presentMessage } from '../present';
import { RULES } from '../rules';
import { BASE, metaArray } from './messages';
import { unreadOf } from '../channels/unread';
import { presentChannelForWebhook, tellMembers } from '../webhooks/webhookParts';
import { emit } from '../webhooks/webhooks';
import type { Channel, Message, MetaArray } from '../types';

const ONE = `${BASE}/:message_id`;

const found = (host: Host, { path }: Pick<Call<unknown, unknown>, 'path'>): { channel: Channel; message: Message } => {
	const channel = channelOf(host, path);
	return { channel, message: host.application.message(channel, path.message_id) };
};

/** Adds values to a key, or replaces and removes them. */
function changeMeta(message: Message, changes: MetaArray[], mode: 'add' | 'remove', upsert: boolean): void {
	for (const { key, value } of changes) {
		const own = message.sorted_metaarray.find((entry) => entry.key === key);
		if (own === undefined) {
			if (upsert && mode === 'add') message.sorted_metaarray.push({ key, value: [...value] });
		} else {
			own.value = mode === 'add' ? [...own.value, ...value.filter((each) => !own.value.includes(each))] : own.value.filter((each) => !value.includes(each));
		}
	}
	message.updated_at = Date.now();
}

function extraData(app: FastifyInstance, host: Host): void {
	const path = `${ONE}/sorted_metaarray`;
	endpoint(app, host, {
		method: 'POST',
		path,
		body: z.object({ sorted_metaarray: metaArray }),
		answer(call) {
			const { message } = found(host, call);
			changeMeta(message, call.body.sorted_metaarray, 'add', true);
			return { sorted_metaarray: message.sorted_metaarray };
		},
	});
	endpoint(app, host, {
		method: 'PUT',
		path,
		body: z.object({ sorted_metaarray: metaArray, mode: z.enum(['add', 'remove']).default('add'), upsert: z.boolean().default(false) }),
		answer(call) {
			const { message } = found(host, call);
			changeMeta(message, call.body.sorted_metaarray, call.body.mode, call.body.upsert);
			return { sorted_metaarray: message.sorted_metaarray };
		},
	});
	endpoint(app, host, {
		method: 'DELETE',
		path,
		query: z.object({ keys: idList }),
		answer(call) {
			const { message } = found(host, call);
			message.sorted_metaarray = message.sorted_metaarray.filter(({ key }) => !call.query.keys.includes(key));
			return {};
		},
	});
}

function reactions(app: FastifyInstance, host: Host): void {
	const { application } = host;
	const path = `${ONE}/reactions`;
	const react = (call: Pick<Call<unknown, unknown>, 'path'>, userId: string, reaction: string, operation: 'ADD' | 'DELETE'): Record<string, unknown> => {
		const { channel, message } = found(host, call);
		memberOf(channel, application.user(userId).user_id);
		const others = (message.reactions.get(reaction) ?? []).filter((id) => id !== userId);
		const givers = operation === 'ADD' ? [...others, userId] : others;
		if (givers.length === 0) message.reactions.delete(reaction);
		else message.reactions.set(reaction, givers);
		message.updated_at = Date.now();
		const told = { msg_id: message.message_id, user_id: userId, operation, reaction, updated_at: message.updated_at };
		emit(application, `group_channel:reaction_${operation === 'ADD' ? 'add' : 'delete'}`, { ...tellMembers(application, channel), sender: basicUserOf(application, userId), reaction, payload: { message_id: message.message_id }, channel: presentChannelForWebhook(channel) }, userId);
		return { ...told, success: true };
	};
	endpoint(app, host, { method: 'POST', path, body: z.object({ user_id: z.string(), reaction: z.string().min(1) }), answer: (call) => react(call, call.body.user_id, call.body.reaction, 'ADD') });
	endpoint(app, host, { method: 'DELETE', path, query: z.object({ user_id: z.string(), reaction: z.string().min(1) }), answer: (call) => react(call, call.query.user_id, call.query.reaction, 'DELETE') });
	endpoint(app, host, { method: 'GET', path, query: z.object({ list_users: flag.optional() }), answer: (call) => Object.fromEntries(found(host, call).message.reactions) });
}

/** Extra data, reactions, translations, and what is read. */
export function messageExtras(app: FastifyInstance, host: Host): void {
	const { application } = host;
	extraData(app, host);
	reactions(app, host);
	endpoint(app, host, {
		method: 'POST',
		path: `${ONE}/translation`,
		body: z.object({ target_langs: z.array(z.string()).default([]) }),
		answer(call) {
			const { channel, message } = found(host, call);
			for (const language of call.body.target_langs) message.translations[language] = message.message;
			decidedBy(call.request, RULES.translation);
			return presentMessage(application, channel, message);
		},
	});
	const channelBase = '/v3/group_channels/:channel_url/messages';
	endpoint(app, host, {
		method: 'PUT',
		path: `${channelBase}/mark_as_read`,
		body: z.object({ user_id: z.string() }),
		strict: 'channel_url',
		answer({ path, body }) {
			readChannel(application, application.channel(path.channel_url), application.user(body.user_id).user_id);
			return {};
		},
	});
	endpoint(app, host, {
		method: 'PUT',
		path: `${channelBase}/mark_as_delivered`,
		body: z.object({ user_id: z.string() }),
		answer({ path, body }) {
			const member = memberOf(application.channel(path.channel_url), application.user(body.user_id).user_id);
			member.deliveredTs = Date.now();
			return { ts: member.deliveredTs };
		},
	});
	endpoint(app, host, {
		method: 'GET',
		path: `${channelBase}/unread_count`,
		query: z.object({ user_ids: idList.optional() }),
		answer({ path, query }) {
			const channel = application.channel(path.channel_url);
			const members = [...channel.members.values()].filter(({ user_id: id }) => query.user_ids === undefined || query.user_ids.includes(id));
			return { unread: Object.fromEntries(members.map((member) => [member.user_id, unreadOf(channel, member)])) };
		},
	});
}
