import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { endpoint, type Host } from '../endpoint';
import { flag, idList, pageOf, pageQuery } from '../paging';
import { presentUser } from '../present';
import type { User } from '../types';

const query = pageQuery.extend({
	active_mode: z.enum(['activated', 'deactivated', 'all']).default('activated'),
	show_bot: flag.optional(),
	user_ids: idList.optional(),
	nickname: z.string().optional(),
	nickname_startswith: z.string().optional(),
	metadatakey: z.string().optional(),
	metadatavalues_in: idList.optional(),
});

type Filter = z.output<typeof query>;

const same = (left: string, right: string): boolean => left.toLowerCase() === right.toLowerCase();

function wanted(user: User, filter: Filter): boolean {
	const { active_mode: mode, user_ids: ids, nickname, nickname_startswith: start, metadatakey: key, metadatavalues_in: values } = filter;
	if (mode !== 'all' && user.is_active !== (mode === 'activated')) return false;
	if (ids !== undefined && !ids.includes(user.user_id)) return false;
	if (nickname !== undefined && !same(user.nickname, nickname)) return false;
	if (start !== undefined && !user.nickname.toLowerCase().startsWith(start.toLowerCase())) return false;
	if (key === undefined) return true;
	return key in user.metadata && (values === undefined || values.includes(user.metadata[key]));
}

/** `GET /v3/users` with its filters. */
export function userList(app: FastifyInstance, host: Host): void {
	endpoint(app, host, {
		method: 'GET',
		path: '/v3/users',
		query,
		answer({ query: filter }) {
			const { items, next } = pageOf([...host.application.users.values()].filter((user) => wanted(user, filter)), filter);
			return { users: items.map(presentUser), next };
		},
	});
}
