import type { FastifyRequest } from 'fastify';
import { Refusal } from './errors';
import { documented, observed } from './rules';

/** Permissions of the endpoints here, in Braze's own names. */
export const PERMISSIONS = [
	'users.track', 'users.export.ids', 'campaigns.trigger.send', 'campaigns.list', 'campaigns.details',
	'subscription.status.get', 'subscription.groups.get', 'subscription.status.set', 'content_blocks.list', 'content_blocks.info',
] as const;
export type Permission = (typeof PERMISSIONS)[number];

const KEYS: ReadonlyMap<string, readonly Permission[]> = new Map<string, readonly Permission[]>([
	['sandbox-braze-key', PERMISSIONS],
	['sandbox-braze-send-only', ['campaigns.trigger.send']],
	['sandbox-braze-track-only', ['users.track', 'users.export.ids']],
]);

/** Throws Braze's 401 or 403. */
export function requirePermission(request: FastifyRequest, permission: Permission): void {
	const header = request.headers.authorization;
	const key = header?.match(/^Bearer (.+)$/)?.[1];
	const permissions = key === undefined ? undefined : KEYS.get(key);
	if (permissions === undefined) {
		const why = header === undefined ? 'no Authorization header' : 'unknown key, or a key of another cluster';
		// Only the status is documented; the wording of the message is not.
		throw new Refusal(401, 'Invalid API key', documented(`${why}: 401`));
	}
	if (!permissions.includes(permission)) {
		throw new Refusal(403, 'Access Denied', documented(`the key lacks ${permission}: 403, and Braze does not say which permission`));
	}
}

/** POSTs carry JSON and say so. */
export function requireJsonContentType(request: FastifyRequest): void {
	const type = request.headers['content-type'] ?? '';
	if (/^application\/json\b/i.test(type)) return;
	throw new Refusal(415, 'Unsupported Media Type', observed(`content type ${type || 'missing'}: 415 according to other clients`));
}
