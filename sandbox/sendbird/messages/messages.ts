import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { SendbirdApplication } from '../application';
import type { UploadedFile } from '../body';
import { channelOf } from '../channels/channelMetadata';
import { memberOf, readChannel } from '../channels/channelReads';
import { decidedBy, endpoint, type Host } from '../endpoint';
import { SendbirdError, invalid, missing } from '../errors';
import { flag } from '../paging';
import { presentMessage } from '../present';
import { RULES } from '../rules';
import { sendInto, tellMessage, type NewMessage } from './messageSend';
import type { Channel, FileInfo } from '../types';

export const BASE = '/v3/:channel_type/:channel_url/messages';

export const metaArray = z.array(z.object({ key: z.string(), value: z.array(z.string()) }));
const type = z.enum(['MESG', 'FILE', 'ADMM']);
const ids = z.array(z.coerce.string());
const fileNames = z.object({ url: z.string(), file_name: z.string().default('file'), file_type: z.string().default('application/octet-stream'), file_size: z.number().default(0) });

const input = z.object({
	message_type: type,
	user_id: z.string().optional(),
	message: z.string().max(5000).optional(),
	url: z.string().optional(),
	file_name: z.string().optional(),
	file_type: z.string().optional(),
	file_size: z.coerce.number().optional(),
	files: z.union([fileNames, z.array(fileNames).min(1).transform(([first]) => first)]).optional(),
	custom_type: z.string().default(''),
	data: z.string().default(''),
	dedup_id: z.string().optional(),
	mention_type: z.enum(['users', 'channel']).default('users'),
	mentioned_user_ids: ids.default([]),
	is_silent: z.boolean().default(false),
	mark_as_read: z.boolean().default(true),
	sorted_metaarray: metaArray.default([]),
	created_at: z.coerce.number().optional(),
});

type Input = z.output<typeof input>;

function fileOf(application: SendbirdApplication, body: Input, files: UploadedFile[]): FileInfo {
	const upload = files.find(({ field }) => field === 'file' || field === 'files');
	if (upload !== undefined) return application.keepFile(upload);
	if (body.files !== undefined) return { url: body.files.url, name: body.files.file_name, type: body.files.file_type, size: body.files.file_size };
	if (body.url === undefined) throw missing('file', RULES.sendFile);
	return { url: body.url, name: body.file_name ?? 'file', type: body.file_type ?? 'application/octet-stream', size: body.file_size ?? 0 };
}

/** Who may send into the channel. */
function checkSender(application: SendbirdApplication, channel: Channel, { message_type: kind, user_id: id }: Input): string | undefined {
	if (kind === 'ADMM') return undefined;
	if (id === undefined) throw missing('user_id');
	application.activeUser(id);
	const member = memberOf(channel, id);
	if (channel.freeze && member.role !== 'operator') throw new SendbirdError('400108', RULES.sendFrozen, 'The channel is frozen.');
	return id;
}

function contentOf(application: SendbirdApplication, body: Input, files: UploadedFile[]): Pick<NewMessage, 'message' | 'file'> {
	if (body.message_type === 'FILE') return { message: '', file: fileOf(application, body, files) };
	if (body.message === undefined || body.message === '') throw missing('message');
	return { message: body.message };
}

function sending(app: FastifyInstance, host: Host): void {
	const { application } = host;
	endpoint(app, host, {
		method: 'POST',
		path: BASE,
		body: input,
		strict: 'channel_url',
		answer({ path, body, files, request }) {
			const channel = channelOf(host, path);
			const userId = checkSender(application, channel, body);
			request.notes.customer = userId;
			const before = body.dedup_id === undefined ? undefined : channel.messages.find(({ dedup_id: id }) => id === body.dedup_id);
			if (before !== undefined) {
				decidedBy(request, RULES.dedup);
				return presentMessage(application, channel, before);
			}
			const message = sendInto(application, channel, {
				...contentOf(application, body, files),
				type: body.message_type,
				user_id: userId,
				custom_type: body.custom_type,
				data: body.data,
				dedup_id: body.dedup_id,
				mention_type: body.mention_type,
				mentioned_user_ids: body.mentioned_user_ids,
				silent: body.is_silent,
				sorted_metaarray: body.sorted_metaarray,
				...(body.created_at === undefined ? {} : { created_at: body.created_at }),
			});
			if (userId !== undefined && body.mark_as_read) readChannel(application, channel, userId);
			if (body.message_type === 'ADMM') decidedBy(request, RULES.sendAdmin);
			return presentMessage(application, channel, message);
		},
	});
}

/** One message: send, view, update, delete, and how many there are. */
export function messages(app: FastifyInstance, host: Host): void {
	const { application } = host;
	sending(app, host);
	endpoint(app, host, { method: 'GET', path: `${BASE}/total_count`, answer: ({ path }) => ({ total: channelOf(host, path).messages.filter(({ is_removed: removed }) => !removed).length }) });
	endpoint(app, host, {
		method: 'GET',
		path: `${BASE}/:message_id`,
		query: z.object({ with_sorted_meta_array: flag.optional() }),
		answer({ path }) {
			const channel = channelOf(host, path);
			return presentMessage(application, channel, application.message(channel, path.message_id));
		},
	});
	endpoint(app, host, {
		method: 'PUT',
		path: `${BASE}/:message_id`,
		body: z.object({ message_type: type, message: z.string().max(5000).optional(), url: z.string().optional(), custom_type: z.string().optional(), data: z.string().optional(), mention_type: z.enum(['users', 'channel']).optional(), mentioned_user_ids: ids.optional() }),
		answer({ path, body }) {
			const channel = channelOf(host, path);
			const message = application.message(channel, path.message_id);
			if (body.message_type !== message.type) throw invalid(`Invalid value: "message_type". The message is ${message.type}.`, RULES.messageType);
			message.message = body.message ?? message.message;
			message.custom_type = body.custom_type ?? message.custom_type;
			message.data = body.data ?? message.data;
			message.mention_type = body.mention_type ?? message.mention_type;
			message.mentioned_user_ids = body.mentioned_user_ids ?? message.mentioned_user_ids;
			if (body.url !== undefined && message.file !== undefined) message.file.url = body.url;
			message.updated_at = Date.now();
			tellMessage(application, channel, message, 'message_update', 'API');
			return presentMessage(application, channel, message);
		},
	});
	endpoint(app, host, {
		method: 'DELETE',
		path: `${BASE}/:message_id`,
		answer({ path }) {
			const channel = channelOf(host, path);
			const message = application.message(channel, path.message_id);
			message.is_removed = true;
			message.updated_at = Date.now();
			tellMessage(application, channel, message, 'message_delete', 'API');
			return {};
		},
	});
}
