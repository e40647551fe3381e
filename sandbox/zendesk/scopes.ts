/** `groups` is in nobody's list, but Zendesk's own refusals name `groups:read`. */
const RESOURCES = ['tickets', 'users', 'organizations', 'triggers', 'webhooks', 'automations', 'targets', 'apps', 'hc', 'auditlogs', 'groups'];

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
	organizations: 'organizations',
	organization_memberships: 'organizations',
	webhooks: 'webhooks',
	triggers: 'triggers',
	trigger_categories: 'triggers',
};

/** What a call needs: any one of `scopes`, nothing where there is none. `sure` where the vendor documents it. `path` without `/api/v2/`. */
export function scopesFor(method: string, path: string): { scopes: string[]; kind: 'read' | 'write'; sure: boolean } {
	const kind = method === 'GET' || method === 'HEAD' ? 'read' : 'write';
	const [first, second, third] = path.split(/[/?]/);
	// A token may always look at and end itself.
	if (first === 'oauth' && second === 'tokens' && third === 'current') return { scopes: [], kind, sure: true };
	const resource = third === 'tickets' ? 'tickets' : RESOURCE_OF[first];
	if (resource !== undefined) return { scopes: [`${resource}:${kind}`, kind], kind, sure: true };
	return { scopes: RESOURCES.includes(first) ? [`${first}:${kind}`, kind] : [kind], kind, sure: false };
}

export function scopeAllows(granted: readonly string[], method: string, path: string): 'yes' | 'leniently' | 'no' {
	const { scopes, kind, sure } = scopesFor(method, path);
	if (scopes.length === 0 || scopes.some((scope) => granted.includes(scope))) return 'yes';
	if (sure) return 'no';
	return granted.some((scope) => isScope(scope) && scope.endsWith(`:${kind}`)) ? 'leniently' : 'no';
}
