import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { z } from '../shared/schema';
import type { Call } from '../shared/transport/call';

/**
 * First part of a path → the resource that Zendesk names a scope after. The others (groups, brands, ticket_fields, job_statuses, search …) are in no
 * published list: a token that is refused there needs the broad `read` or `write`.
 */
const RESOURCES: Readonly<Record<string, string>> = {
	tickets: 'tickets',
	incremental: 'tickets',
	uploads: 'tickets',
	attachments: 'tickets',
	users: 'users',
	user_fields: 'users',
	organizations: 'organizations',
	triggers: 'triggers',
	trigger_categories: 'triggers',
	webhooks: 'webhooks',
	search: 'tickets',
};

/** What of a call decides about its scope. */
type Asked = { method: string; path: string };

const firstPart = ({ path }: Asked): string => path.split('/')[3]?.replace(/\W.*$/, '') ?? '';

const kindOf = ({ method }: Asked): 'read' | 'write' => (method === 'GET' ? 'read' : 'write');

/** The scope that an OAuth token needs for a call: `tickets:write`. */
export function scopeFor(call: Asked): string {
	const resource = RESOURCES[firstPart(call)];
	return resource === undefined ? kindOf(call) : `${resource}:${kindOf(call)}`;
}

const tokenShape = z.object({ scope: z.string() });

/** What Zendesk granted with the token that n8n holds; undefined where it did not say (or for API tokens, which have no scopes). */
export function grantedScopes({ oauthTokenData }: ICredentialDataDecryptedObject): string[] | undefined {
	const parsed = tokenShape.safeParse(oauthTokenData);
	return parsed.success ? parsed.data.scope.split(/\s+/).filter((scope) => scope !== '') : undefined;
}

const allows = (granted: string[], call: Call): boolean => [scopeFor(call), kindOf(call)].some((scope) => granted.includes(scope));

/** What to do about a 403, with what the token was granted: Zendesk gives a token for a misspelt scope and refuses every call with it. */
export function fixForForbidden(call: Call, credentials: ICredentialDataDecryptedObject): string {
	const granted = grantedScopes(credentials);
	const needed = `"${scopeFor(call)}"`;
	if (granted === undefined) return `The Zendesk credential's scope needs ${needed}, and the user it acts as needs the right to do this. A changed scope counts from the next token on.`;
	if (allows(granted, call)) return `The token has the scope ${needed}, so it is the user it acts as who lacks the right: give that user the role of an admin, or one that may do this.`;
	const asked = String(credentials.scope ?? '').split(/\s+/);
	const has = granted.length === 0 ? 'no scope at all' : `"${granted.join(' ')}"`;
	const wasAsked = asked.includes(scopeFor(call)) ? 'The credential asks for it, but the OAuth client in Zendesk does not allow it, or the token is older than the change: fetch a new one (Reconnect).' : 'Add it to the Scope field of the credential, spelt exactly so, and fetch a new token (Reconnect).';
	return `This needs the scope ${needed}; the token was granted ${has}. ${wasAsked}`;
}
