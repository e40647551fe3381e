import { SANDBOX_KEYS } from '../world/demoCredentials.mjs';

/**
 * Braze's own API, for what the control API does not offer; seldom enough for Braze's limits.
 * @param {{ world: { sandbox: { ready: { vendors: Record<string, string> } } } }} stage
 */
export async function brazeApi({ world }, path, body) {
	const answer = await fetch(`${world.sandbox.ready.vendors.braze}${path}`, {
		method: 'POST',
		headers: { 'content-type': 'application/json', authorization: `Bearer ${SANDBOX_KEYS.brazeApiKey}` },
		body: JSON.stringify(body),
		signal: AbortSignal.timeout(10_000),
	});
	if (!answer.ok) throw new Error(`Braze answered ${answer.status} to ${path}: ${await answer.text()}`);
	return answer.json();
}
