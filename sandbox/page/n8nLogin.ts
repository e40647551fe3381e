import type { N8nPlace } from './pageTypes';

export const PATIENCE_MS = 5000;

/** The cookie of n8n's own login page; undefined where no login was named, or n8n does not take it. */
export async function logIn({ url, login }: N8nPlace): Promise<string | undefined> {
	if (login === undefined) return undefined;
	const answer = await fetch(`${url}/rest/login`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify({ emailOrLdapLoginId: login.email, password: login.password }),
		signal: AbortSignal.timeout(PATIENCE_MS),
	});
	return answer.headers.getSetCookie().find((line) => line.startsWith('n8n-auth='))?.split(';')[0];
}
