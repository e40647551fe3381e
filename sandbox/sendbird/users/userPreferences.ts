import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { endpoint, type Host } from '../endpoint';
import { PUSH_PREFERENCE } from './newUser';
import { emit } from '../webhooks/webhooks';

const trigger = z.enum(['all', 'mention_only', 'off']);
const pushPreference = z.object({
	push_trigger_option: trigger, do_not_disturb: z.boolean(), start_hour: z.number(), start_min: z.number(), end_hour: z.number(), end_min: z.number(), snooze_enabled: z.boolean(),
	snooze_start_ts: z.number(), snooze_end_ts: z.number(), timezone: z.string(), block_push_from_bots: z.boolean(), push_blocked_bot_ids: z.array(z.string()), push_sound: z.string(), enable_push_for_replies: z.boolean(),
}).partial();

const CHANNEL_PUSH = { push_trigger_option: 'all', enable: true, push_sound: 'default' };

/** Preferences of a user: push, push of a channel, counts, invitations, push template. */
export function userPreferences(app: FastifyInstance, host: Host): void {
	const { application } = host;
	const push = '/v3/users/:user_id/push_preference';
	endpoint(app, host, { method: 'GET', path: push, answer: ({ path }) => application.user(path.user_id).pushPreference });
	endpoint(app, host, {
		method: 'PUT',
		path: push,
		body: pushPreference,
		answer({ path, body }) {
			const user = application.user(path.user_id);
			Object.assign(user.pushPreference, body);
			emit(application, 'user:push_preference', { user_id: user.user_id, ...user.pushPreference });
			return user.pushPreference;
		},
	});
	endpoint(app, host, {
		method: 'DELETE',
		path: push,
		answer({ path }) {
			const user = application.user(path.user_id);
			user.pushPreference = { ...PUSH_PREFERENCE };
			return user.pushPreference;
		},
	});
	endpoint(app, host, { method: 'GET', path: `${push}/:channel_url`, answer: ({ path }) => application.user(path.user_id).channelPushPreference.get(application.channel(path.channel_url).channel_url) ?? CHANNEL_PUSH });
	endpoint(app, host, {
		method: 'PUT',
		path: `${push}/:channel_url`,
		body: z.object({ push_trigger_option: trigger, enable: z.boolean(), push_sound: z.string() }).partial(),
		answer({ path, body }) {
			const user = application.user(path.user_id);
			const { channel_url: url } = application.channel(path.channel_url);
			const preference = { ...CHANNEL_PUSH, ...user.channelPushPreference.get(url), ...body };
			user.channelPushPreference.set(url, preference);
			emit(application, 'user:push_channel_preference', { user_id: user.user_id, channel_url: url, ...preference });
			return preference;
		},
	});
	const counts = '/v3/users/:user_id/count_preference/:channel_url';
	endpoint(app, host, { method: 'GET', path: counts, answer: ({ path }) => ({ count_preference: application.user(path.user_id).countPreference.get(path.channel_url) ?? 'all' }) });
	endpoint(app, host, {
		method: 'PUT',
		path: counts,
		body: z.object({ count_preference: z.enum(['all', 'unread_message_count_only', 'unread_mentioned_count_only', 'off', 'false']) }),
		answer({ path, body }) {
			application.user(path.user_id).countPreference.set(application.channel(path.channel_url).channel_url, body.count_preference);
			return body;
		},
	});
	const invitations = '/v3/users/:user_id/channel_invitation_preference';
	endpoint(app, host, { method: 'GET', path: invitations, answer: ({ path }) => ({ auto_accept: application.user(path.user_id).auto_accept }) });
	endpoint(app, host, {
		method: 'PUT',
		path: invitations,
		body: z.object({ auto_accept: z.boolean() }),
		answer({ path, body }) {
			application.user(path.user_id).auto_accept = body.auto_accept;
			return body;
		},
	});
	endpoint(app, host, {
		method: 'PUT',
		path: '/v3/users/:user_id/push/template',
		body: z.object({ name: z.string().default('default') }),
		answer({ path, body }) {
			application.user(path.user_id).pushTemplate = body.name;
			return { name: body.name };
		},
	});
}
