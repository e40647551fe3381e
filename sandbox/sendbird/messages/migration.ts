import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { decidedBy, endpoint, type Host } from '../endpoint';
import { missing } from '../errors';
import { metaArray } from './messages';
import { newMessage } from '../channels/newChannel';
import { RULES } from '../rules';

const common = { timestamp: z.number(), custom_type: z.string().default(''), data: z.string().default(''), dedup_id: z.string().optional(), mentioned_user_ids: z.array(z.string()).default([]), sorted_metaarray: metaArray.default([]) };

const migrated = z.discriminatedUnion('message_type', [
	z.object({ message_type: z.literal('MESG'), user_id: z.string(), message: z.string(), ...common }),
	z.object({ message_type: z.literal('ADMM'), message: z.string(), ...common }),
	z.object({ message_type: z.literal('FILE'), user_id: z.string(), url: z.string(), file_name: z.string().default('file'), file_type: z.string().default('application/octet-stream'), file_size: z.number().default(0), ...common }),
]);

/** `POST /v3/migration/{channel_url}`: messages of another system, up to 100 a call. */
export function migration(app: FastifyInstance, host: Host): void {
	const { application } = host;
	endpoint(app, host, {
		method: 'POST',
		path: '/v3/migration/:channel_url',
		body: z.object({ messages: z.array(migrated).max(100) }),
		strict: 'channel_url',
		answer({ path, body, request }) {
			const channel = application.channel(path.channel_url);
			if (body.messages.length === 0) throw missing('messages');
			for (const each of body.messages) if ('user_id' in each) application.user(each.user_id);
			for (const { message_type: type, timestamp, ...each } of body.messages) {
				const content = 'url' in each ? { message: '', file: { url: each.url, name: each.file_name, type: each.file_type, size: each.file_size } } : { message: each.message };
				channel.messages.push(newMessage({
					message_id: application.messageId(), type, created_at: timestamp, user_id: 'user_id' in each ? each.user_id : undefined, custom_type: each.custom_type, data: each.data,
					dedup_id: each.dedup_id, mentioned_user_ids: each.mentioned_user_ids, sorted_metaarray: each.sorted_metaarray, ...content,
				}));
			}
			channel.messages.sort((left, right) => left.created_at - right.created_at || left.message_id - right.message_id);
			decidedBy(request, RULES.migration);
			return {};
		},
	});
}
