import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { SendbirdApplication } from '../application';
import { opened, runAnnouncement } from './announcementRun';
import { decidedBy, endpoint, type Host } from '../endpoint';
import { SendbirdError, invalid, notFound } from '../errors';
import { newId } from '../ids';
import { pageOf, pageQuery } from '../paging';
import { RULES } from '../rules';
import type { Announcement } from '../types';

const message = z.object({ type: z.enum(['MESG', 'ADMM']).default('MESG'), user_id: z.string().default(''), content: z.string().min(1), custom_type: z.string().default(''), data: z.string().default('') });
const hour = z.string().regex(/^([01]\d|2[0-3])[0-5]\d$|^$/, 'HHMM');

const input = z.object({
	message,
	target_at: z.string().min(1),
	target_list: z.array(z.coerce.string()).default([]),
	target_channel_type: z.string().default('distinct'),
	target_custom_type: z.string().default(''),
	unique_id: z.string().max(40).optional(),
	announcement_group: z.string().default(''),
	create_channel: z.boolean().default(false),
	create_channel_options: z.record(z.unknown()).default({}),
	scheduled_at: z.number().default(0),
	end_at: z.number().default(0),
	cease_at: hour.default(''),
	resume_at: hour.default(''),
	enable_push: z.boolean().default(true),
	mark_as_read: z.boolean().default(false),
	send_to_frozen_channels: z.boolean().default(false),
});

/** What an action makes of the status; Sendbird's words for both are not in our sources. */
const ACTIONS: Record<string, Announcement['status']> = { pause: 'paused', resume: 'scheduled', cancel: 'canceled', stop: 'stopped' };

export function announcementOf(application: SendbirdApplication, id: string): Announcement {
	const announcement = application.announcements.find(({ unique_id: own }) => own === id);
	if (announcement === undefined) throw notFound('Announcement');
	return announcement;
}

/** Users and channels reached, and opens. */
export function figures(application: SendbirdApplication, announcement: Announcement): { users: number; channels: number; open: number; rate: number } {
	const all = opened(application, announcement);
	const open = all.filter(({ open_at: at }) => at !== undefined).length;
	return { users: all.length, channels: announcement.channels.size, open, rate: all.length === 0 ? 0 : open / all.length };
}

function present(application: SendbirdApplication, announcement: Announcement): Record<string, unknown> {
	const hidden = ['sent', 'channels', 'target_list'];
	const rest = Object.fromEntries(Object.entries(announcement).filter(([key]) => !hidden.includes(key)));
	const { users, channels, open, rate } = figures(application, announcement);
	return { ...rest, priority: 'normal', sent_user_count: users, target_user_count: users, sent_channel_count: channels, target_channel_count: channels, open_count: open, open_rate: rate };
}

function schedule(application: SendbirdApplication, announcement: Announcement): void {
	application.world.timers.after(Math.max(0, announcement.scheduled_at - Date.now()), () => runAnnouncement(application, announcement));
}

/** Announcements: schedule, list, view, update. */
export function announcements(app: FastifyInstance, host: Host): void {
	const { application } = host;
	endpoint(app, host, {
		method: 'POST',
		path: '/v3/announcements',
		body: input,
		answer({ body, request }) {
			if (body.message.type === 'MESG') application.user(body.message.user_id);
			if (body.target_at !== 'sender_all_channels' && body.target_list.length === 0) throw new SendbirdError('400105', RULES.missingParameter, '"target_list" is required.');
			const id = body.unique_id ?? newId();
			if (application.announcements.some(({ unique_id: own }) => own === id)) throw new SendbirdError('400202', RULES.announcement, '"unique_id" violates unique constraint.');
			const announcement: Announcement = { ...body, unique_id: id, completed_at: 0, status: 'scheduled', sent: [], channels: new Set() };
			application.announcements.push(announcement);
			decidedBy(request, body.cease_at === '' ? RULES.announcement : RULES.announcementHours);
			schedule(application, announcement);
			return present(application, announcement);
		},
	});
	endpoint(app, host, {
		method: 'GET',
		path: '/v3/announcements',
		query: pageQuery.extend({ order: z.string().optional(), status: z.string().optional(), announcement_group: z.string().optional() }),
		answer({ query }) {
			const all = application.announcements.filter(({ status, announcement_group: group }) => (query.status === undefined || status === query.status) && (query.announcement_group === undefined || group === query.announcement_group));
			const { items, next } = pageOf(all, query);
			return { announcements: items.map((each) => present(application, each)), next };
		},
	});
	endpoint(app, host, { method: 'GET', path: '/v3/announcements/:unique_id', answer: ({ path }) => present(application, announcementOf(application, path.unique_id)) });
	endpoint(app, host, {
		method: 'PUT',
		path: '/v3/announcements/:unique_id',
		body: input.omit({ message: true, unique_id: true }).partial().extend({ message: message.partial().optional(), action: z.string().optional() }),
		answer({ path, body }) {
			const announcement = announcementOf(application, path.unique_id);
			if (announcement.status !== 'scheduled' && announcement.status !== 'paused') throw new SendbirdError('400920', RULES.announcement, `The announcement is ${announcement.status}.`);
			const { action, message: changed, ...named } = body;
			Object.assign(announcement, named);
			Object.assign(announcement.message, changed);
			if (action !== undefined) {
				const status = ACTIONS[action];
				if (status === undefined) throw invalid('Invalid value: "action".', RULES.announcement);
				announcement.status = status;
			}
			if (announcement.status === 'scheduled') schedule(application, announcement);
			return present(application, announcement);
		},
	});
}
