const RESOURCES = ['tickets', 'users', 'organizations', 'triggers', 'webhooks', 'automations', 'targets', 'apps', 'hc', 'auditlogs'];

export const isScope = (scope: string): boolean => {
	const [resource, kind, ...rest] = scope.split(':');
	if (kind === undefined) return ['read', 'write', 'impersonate'].includes(scope);
	return rest.length === 0 && RESOURCES.includes(resource) && ['read', 'write'].includes(kind);
};

/** First segment of a path → the resource of its scope. Paths that are missing here have no documented scope of their own. */
const RESOURCE_OF: Record<string, string> = {
	tickets: 'tickets',
	incremental: 'tickets',
	users: 'users',
	user_fields: 'users',
	webhooks: 'webhooks',
	triggers: 'triggers',
	trigger_categories: 'triggers',
};

/** `path` without `/api/v2/`. */
export function scopeAllows(scopes: readonly string[], method: string, path: string): 'yes' | 'leniently' | 'no' {
	const kind = method === 'GET' || method === 'HEAD' ? 'read' : 'write';
	if (scopes.includes(kind)) return 'yes';
	const [first, , third] = path.split(/[/?]/);
	const resource = third === 'tickets' ? 'tickets' : RESOURCE_OF[first];
	if (resource !== undefined) return scopes.includes(`${resource}:${kind}`) ? 'yes' : 'no';
	return scopes.some((scope) => isScope(scope) && scope.endsWith(`:${kind}`)) ? 'leniently' : 'no';
}
