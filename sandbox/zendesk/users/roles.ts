import type { Role } from '../types';

/** What only an administrator may read. */
const ADMIN_READS = ['webhooks', 'incremental', 'oauth/tokens'];

/** What only an administrator may change. */
const ADMIN_WRITES = [...ADMIN_READS, 'user_fields', 'ticket_fields', 'organizations/destroy_many'];

/** What an end user may call at all. */
const END_USER = ['users/me', 'uploads', 'oauth/tokens/current'];

const under = (path: string, roots: readonly string[]): boolean => roots.some((root) => path === root || path.startsWith(`${root}/`));

/** Whether a role may make a call. `path` without `/api/v2/` and without its query. */
export function roleAllows(role: Role, method: string, path: string): boolean {
	if (role === 'admin' || path === 'oauth/tokens/current') return true;
	if (role === 'end-user') return under(path, END_USER);
	return !under(path, method === 'GET' || method === 'HEAD' ? ADMIN_READS : ADMIN_WRITES);
}
