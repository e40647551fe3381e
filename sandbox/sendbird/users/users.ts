import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { SendbirdApplication } from '../application';
import { endpoint, type Host } from '../endpoint';
import { missing, SendbirdError } from '../errors';
import { newToken } from '../ids';
import { newUser } from './newUser';
import { count, flag, idList } from '../paging';
import { presentUser } from '../present';
import { RULES } from '../rules';
import { unreadOf } from '../channels/unread';
import type { UploadedFile } from '../body';
import type { User } from '../types';

const userId = z.string().min(1).max(80);
const texts = z.array(z.string());

const created = z.object({
	user_id: userId,
	nickname: z.string().max(80).nullable().transform((name) => name ?? ''),
	/** Needed, unless a picture is uploaded. */
	profile_url: z.string().max(2048).optional(),
	issue_access_token: z.boolean().optional(),
	metadata: z.record(z.coerce.string()).nullish().transform((metadata) => metadata ?? {}),
	discovery_keys: texts.optional(),
});

const updated = z.object({
	nickname: z.string().max(80).nullish(),
	profile_url: z.string().max(2048).nullish(),
	is_active: z.boolean().optional(),
	last_seen_at: z.number().optional(),
	discovery_keys: texts.optional(),
	preferred_languages: texts.optional(),
	issue_access_token: z.boolean().optional(),
	leave_all_when_deactivated: z.boolean().default(true),
});

/** An uploaded picture becomes the profile_url. */
function pictureUrl(application: SendbirdApplication, files: UploadedFile[]): string | undefined {
	const file = files.find(({ field }) => field === 'profile_file');
	if (file === undefined) return undefined;
	return application.keepFile(file).url;
}

function leaveAll(application: SendbirdApplication, id: string): void {
	for (const channel of application.channelsOf(id)) channel.members.delete(id);
}

function unread(application: SendbirdApplication, { user_id: id }: User): Record<string, number> {
	const counts = application.channelsOf(id).map((channel) => {
		const member = channel.members.get(id);
		return member === undefined ? 0 : unreadOf(channel, member);
	});
	return { unread_message_count: counts.reduce((sum, each) => sum + each, 0), unread_channel_count: counts.filter((each) => each > 0).length };
}

/** Users: create, view, update, delete. */
export function users(app: FastifyInstance, host: Host): void {
	const { application } = host;
	endpoint(app, host, {
		method: 'POST',
		path: '/v3/users',
		body: created,
		answer({ body, files, request }) {
			if (application.users.has(body.user_id)) throw new SendbirdError('400202', RULES.userExists, '"user_id" violates unique constraint.');
			const url = pictureUrl(application, files) ?? body.profile_url;
			if (url === undefined) throw missing('profile_url', RULES.userFields);
			const user = newUser({ ...body, profile_url: url });
			application.users.set(user.user_id, user);
			request.notes.customer = user.user_id;
			return presentUser(user);
		},
	});
	endpoint(app, host, {
		method: 'GET',
		path: '/v3/users/:user_id',
		query: z.object({ include_unread_count: flag.default(false), custom_types: idList.optional(), super_mode: z.string().optional() }),
		answer({ path, query }) {
			const user = application.user(path.user_id);
			return { ...presentUser(user), ...(query.include_unread_count ? unread(application, user) : {}) };
		},
	});
	endpoint(app, host, {
		method: 'PUT',
		path: '/v3/users/:user_id',
		body: updated,
		strict: 'user_id',
		answer({ path, body, files, request }) {
			const user = application.user(path.user_id);
			request.notes.customer = user.user_id;
			user.nickname = body.nickname ?? user.nickname;
			user.profile_url = pictureUrl(application, files) ?? body.profile_url ?? user.profile_url;
			user.last_seen_at = body.last_seen_at ?? user.last_seen_at;
			user.discovery_keys = body.discovery_keys ?? user.discovery_keys;
			user.preferred_languages = body.preferred_languages ?? user.preferred_languages;
			if (body.issue_access_token !== undefined) user.access_token = body.issue_access_token ? newToken() : '';
			if (body.is_active === false && user.is_active && body.leave_all_when_deactivated) leaveAll(application, user.user_id);
			user.is_active = body.is_active ?? user.is_active;
			return presentUser(user);
		},
	});
	endpoint(app, host, {
		method: 'DELETE',
		path: '/v3/users/:user_id',
		answer({ path, request }) {
			const { user_id: id } = application.user(path.user_id);
			leaveAll(application, id);
			application.users.delete(id);
			request.notes.rule = RULES.userDeleted;
			return {};
		},
	});
	endpoint(app, host, {
		method: 'POST',
		path: '/v3/users/:user_id/token',
		body: z.object({ expires_at: count.optional() }),
		answer({ path, body }) {
			const user = application.user(path.user_id);
			const session = { token: newToken(), expires_at: body.expires_at ?? Date.now() + 7 * 24 * 3_600_000 };
			user.session_tokens.push(session);
			return session;
		},
	});
}
