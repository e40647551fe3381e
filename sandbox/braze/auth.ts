import type { FastifyRequest } from 'fastify';
import { Refusal } from './errors';
import { mayCallFrom, type Keys } from './keys';
import { MESSAGING_RULES } from './messages/messagingRules';
import type { Permission } from './permissions';
import { documented, observed } from './rules';

export { PERMISSIONS, type Permission } from './permissions';

/** Throws Braze's 401 or 403. */
export function requirePermission(keys: Keys, request: FastifyRequest, permission: Permission): void {
	const header = request.headers.authorization;
	const given = header?.match(/^Bearer (.+)$/)?.[1];
	const key = given === undefined ? undefined : keys.get(given);
	if (key === undefined) {
		const why = header === undefined ? 'no Authorization header' : 'unknown key, or a key of another cluster';
		// Only the status is documented; the wording of the message is not.
		throw new Refusal(401, 'Invalid API key', documented(`${why}: 401`));
	}
	if (!mayCallFrom(key, request.ip)) throw new Refusal(403, 'Invalid whitelisted IPs', MESSAGING_RULES.ipNotAllowed);
	if (!key.permissions.includes(permission)) {
		throw new Refusal(403, 'Access Denied', documented(`the key lacks ${permission}: 403, and Braze does not say which permission`));
	}
}

/** POSTs carry JSON and say so. */
export function requireJsonContentType(request: FastifyRequest): void {
	const type = request.headers['content-type'] ?? '';
	if (/^application\/json\b/i.test(type)) return;
	throw new Refusal(415, 'Unsupported Media Type', observed(`content type ${type || 'missing'}: 415 according to other clients`));
}
