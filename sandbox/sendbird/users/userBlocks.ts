import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { endpoint, type Host } from '../endpoint';
import { missing } from '../errors';
import { pageOf, pageQuery } from '../paging';
import { basicUser, basicUserOf, presentUser } from '../present';
import { emit } from '../webhooks/webhooks';

/** Who blocked whom. */
export function userBlocks(app: FastifyInstance, host: Host): void {
	const { application } = host;
	const path = '/v3/users/:user_id/block';
	endpoint(app, host, {
		method: 'GET',
		path,
		query: pageQuery,
		answer({ path: parts, query }) {
			const { items, next } = pageOf([...application.user(parts.user_id).blocked], query);
			return { users: items.flatMap((id) => application.users.get(id) ?? []).map(presentUser), next };
		},
	});
	endpoint(app, host, {
		method: 'POST',
		path,
		body: z.object({ target_id: z.string().optional(), user_ids: z.array(z.string()).optional() }),
		answer({ path: parts, body }) {
			const user = application.user(parts.user_id);
			const ids = body.user_ids ?? (body.target_id === undefined ? [] : [body.target_id]);
			if (ids.length === 0) throw missing('target_id');
			const targets = ids.map((id) => application.user(id));
			for (const target of targets) {
				user.blocked.add(target.user_id);
				emit(application, 'user:block', { blocker: basicUser(user), blockee: basicUser(target) });
			}
			return body.user_ids === undefined ? presentUser(targets[0]) : { users: targets.map(presentUser), next: '' };
		},
	});
	endpoint(app, host, {
		method: 'DELETE',
		path: `${path}/:target_id`,
		answer({ path: parts }) {
			const user = application.user(parts.user_id);
			if (user.blocked.delete(parts.target_id)) emit(application, 'user:unblock', { unblocker: basicUser(user), unblockee: basicUserOf(application, parts.target_id) });
			return {};
		},
	});
}
