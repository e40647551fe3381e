import { randomInt } from 'node:crypto';
import { badParam, GraphError } from '../graph/errors';
import { RULES } from '../rules';
import type { MessengerState } from '../state';

const LOOPBACK = /^(127\.0\.0\.1|localhost|\[::1\])$/;

const failed = (why: string): GraphError => new GraphError('2200', RULES.verification, `(#2200) Callback verification failed with the following errors: ${why}`);

function checkAddress(state: MessengerState, callback: string): URL {
	const url = URL.canParse(callback) ? new URL(callback) : undefined;
	if (url?.protocol === 'https:') return url;
	if (url?.protocol !== 'http:' || !LOOPBACK.test(url.hostname)) throw badParam('Param callback_url must be an https URL', RULES.callbackHttps);
	state.note(`callback ${url.host} without https`, RULES.callbackLoopback);
	return url;
}

/** Asks the callback for its consent, as Meta does while the call waits: the challenge must come back as it is. */
export async function verifyCallback(state: MessengerState, callback: string, verifyToken: string): Promise<void> {
	const url = checkAddress(state, callback);
	const challenge = String(randomInt(10 ** 9, 2 ** 31));
	url.searchParams.set('hub.mode', 'subscribe');
	url.searchParams.set('hub.challenge', challenge);
	url.searchParams.set('hub.verify_token', verifyToken);
	const started = Date.now();
	let status = 0;
	let body = '';
	try {
		const answer = await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(state.settings.webhookTimeoutMs) });
		status = answer.status;
		body = await answer.text();
	} catch (error) {
		body = String(error);
	}
	state.world.events.add({
		vendor: 'messenger',
		kind: 'delivery',
		summary: `verification of the callback ${callback} → ${status || 'no answer'}`,
		request: { method: 'GET', path: `${callback}?hub.mode=subscribe&hub.challenge=${challenge}&hub.verify_token=…`, headers: {}, body: '' },
		response: { status, headers: {}, body: body.slice(0, 400) },
		rule: RULES.verification,
		tookMs: Date.now() - started,
	});
	if (status === 0) throw failed('the URL could not be reached');
	if (status !== 200) throw failed(`HTTP Status Code = ${status}`);
	if (body !== challenge) throw failed('the response does not match the challenge');
}
