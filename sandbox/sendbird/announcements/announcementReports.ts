import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { opened } from './announcementRun';
import { announcementOf, figures } from './announcements';
import { decidedBy, endpoint, type Host } from '../endpoint';
import { flag, idList, pageOf, pageQuery } from '../paging';
import { RULES } from '../rules';
import type { Announcement } from '../types';

const HOUR = 3_600_000;

/** Opens in each hour after the sending. */
function byHour(application: Host['application'], some: Announcement[]): Record<string, number[]> {
	const all = some.flatMap((each) => opened(application, each));
	const hours = all.flatMap(({ open_at: at, sent_at: sent }) => (at === undefined ? [] : [Math.floor((at - sent) / HOUR)]));
	const counts = Array.from({ length: Math.max(1, ...hours.map((hour) => hour + 1)) }, (_, hour) => hours.filter((each) => each === hour).length);
	const cumulative = counts.map((_, hour) => counts.slice(0, hour + 1).reduce((sum, each) => sum + each, 0));
	const rate = (counted: number): number => (all.length === 0 ? 0 : counted / all.length);
	return { open_counts: counts, open_rates: counts.map(rate), cumulative_open_counts: cumulative, cumulative_open_rates: cumulative.map(rate) };
}

/** Statistics and open reports of announcements, in the SDK's shapes. */
export function announcementReports(app: FastifyInstance, host: Host): void {
	const { application } = host;
	const group = (name: string): Announcement[] => application.announcements.filter(({ announcement_group: own }) => own === name);
	endpoint(app, host, { method: 'GET', path: '/v3/announcement_open_rate/:unique_id', answer: ({ path }) => ({ unique_id: path.unique_id, ...byHour(application, [announcementOf(application, path.unique_id)]) }) });
	endpoint(app, host, { method: 'GET', path: '/v3/announcement_open_rate_by_group/:announcement_group', answer: ({ path }) => ({ announcement_group: path.announcement_group, ...byHour(application, group(path.announcement_group)) }) });
	endpoint(app, host, {
		method: 'GET',
		path: '/v3/announcement_open_status/:unique_id',
		query: pageQuery.extend({ next: z.string().optional(), unique_ids: idList.optional(), channel_urls: idList.optional(), has_opened: flag.optional() }),
		answer({ path, query }) {
			const all = opened(application, announcementOf(application, path.unique_id))
				.map(({ open_at: at, ...rest }) => ({ ...rest, has_opened: at !== undefined, open_at: at ?? null }))
				.filter((each) => (query.channel_urls === undefined || query.channel_urls.includes(each.channel_url)) && (query.unique_ids === undefined || query.unique_ids.includes(each.user_id)) && (query.has_opened === undefined || each.has_opened === query.has_opened));
			const { items, next } = pageOf(all, { token: query.next ?? query.token, limit: query.limit });
			return { open_status: items, next };
		},
	});
	endpoint(app, host, {
		method: 'GET',
		path: '/v3/announcement_group',
		query: pageQuery,
		answer({ query }) {
			const { items, next } = pageOf([...new Set(application.announcements.map(({ announcement_group: name }) => name).filter((name) => name !== ''))], query);
			return { announcement_groups: items, next };
		},
	});
	for (const period of ['daily', 'weekly', 'monthly']) {
		endpoint(app, host, {
			method: 'GET',
			path: `/v3/announcement_stats/${period}`,
			query: z.object({ announcement_group: z.string() }).partial(),
			answer({ query, request }) {
				const some = query.announcement_group === undefined ? application.announcements : group(query.announcement_group);
				const sum = some.map((each) => figures(application, each)).reduce((total, each) => ({ users: total.users + each.users, channels: total.channels + each.channels, open: total.open + each.open }), { users: 0, channels: 0, open: 0 });
				decidedBy(request, RULES.announcementReports);
				return {
					statistics: [{
						date_range: new Date().toISOString().slice(0, 10),
						target_user_count: sum.users, sent_user_count: sum.users, target_channel_count: sum.channels, sent_channel_count: sum.channels,
						open_count: sum.open, open_rate: sum.users === 0 ? 0 : sum.open / sum.users,
						total_announcement_count: some.length,
						completed_announcement_count: some.filter(({ status }) => status === 'done').length,
						stopped_announcement_count: some.filter(({ status }) => status === 'stopped').length,
						canceled_announcement_count: some.filter(({ status }) => status === 'canceled').length,
					}],
				};
			},
		});
	}
}
