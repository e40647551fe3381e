import { SANDBOX_KEYS } from './demoCredentials.mjs';

/**
 * Plain calls to the pretended vendors with the sandbox's keys: how a scene looks at both ends without the nodes that it judges.
 * Each call: `(method, path, body?)` → `{ status, body }`.
 */
export function vendorClients(vendors) {
	let token;
	const call = async (url, method, headers, body) => {
		const answer = await fetch(url, {
			method,
			headers: { ...headers, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
			body: body === undefined ? undefined : JSON.stringify(body),
			signal: AbortSignal.timeout(30_000),
		});
		const text = await answer.text();
		return { status: answer.status, body: text === '' ? undefined : JSON.parse(text) };
	};
	const must = async (name, method, path, answer) => {
		const { status, body } = await answer;
		if (status >= 300) throw new Error(`${name} answered ${status} to ${method} ${path}: ${JSON.stringify(body)}`);
		return body;
	};
	const zendeskToken = async () => {
		const { body } = await call(`${vendors.zendesk}/oauth/tokens`, 'POST', {}, {
			grant_type: 'client_credentials',
			client_id: SANDBOX_KEYS.zendeskClientId,
			client_secret: SANDBOX_KEYS.zendeskClientSecret,
			scope: 'read write',
		});
		return body.access_token;
	};
	return {
		braze: (method, path, body) =>
			must('Braze', method, path, call(`${vendors.braze}${path}`, method, { authorization: `Bearer ${SANDBOX_KEYS.brazeApiKey}` }, body)),
		async zendesk(method, path, body) {
			token ??= await zendeskToken();
			return must('Zendesk', method, path, call(`${vendors.zendesk}/api/v2${path}`, method, { authorization: `Bearer ${token}` }, body));
		},
	};
}
