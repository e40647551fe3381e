import { deliver } from '../../core/deliver';
import { MESSAGING_RULES } from './messagingRules';
import { customerId } from '../users/profile';
import { NotSent } from './render';
import { documented } from '../rules';
import type { BrazeState } from '../state';
import { forbiddenPort, isReceived, retryAfterMs, TIMEOUT_MS, userAgent } from '../campaigns/webhookCampaign';
import { nameOf, sendOut, type Outgoing } from './sendOut';
import type { WebhookObject } from './webhookObject';

/** What Braze takes a body for that comes without Content-Type. */
function inferred(body: string): string {
	try {
		JSON.parse(body);
		return 'application/json';
	} catch {
		return 'text/plain';
	}
}

/** One webhook message for one person: one call, with Braze's retries. */
export async function sendWebhookMessage(state: BrazeState, webhook: WebhookObject, outgoing: Outgoing): Promise<void> {
	let call: { url: string; headers: Record<string, string>; body: string } | undefined;
	const sent = await sendOut(state, 'webhook', outgoing, async (render) => {
		const url = await render(webhook.url);
		if (!URL.canParse(url)) throw new NotSent(MESSAGING_RULES.webhookUrl);
		if (forbiddenPort(url)) throw new NotSent(documented('only ports 80 and 443 are called'));
		const headers: Record<string, string> = {};
		for (const [name, value] of Object.entries(webhook.request_headers ?? {})) headers[name] = await render(value);
		const body = await render(webhook.body ?? '');
		if (body !== '' && !Object.keys(headers).some((name) => name.toLowerCase() === 'content-type')) headers['Content-Type'] = inferred(body);
		call = { url, headers, body };
		return { content: { text: `${webhook.request_method} ${url}`, links: [] } };
	});
	if (sent === undefined || call === undefined) return;
	const { url, headers, body } = call;
	deliver(state.world, {
		vendor: 'braze',
		summary: `“${nameOf(outgoing.source)}” for ${customerId(outgoing.profile)}`,
		customer: customerId(outgoing.profile),
		method: webhook.request_method,
		url,
		headers: () => ({ ...headers, 'User-Agent': userAgent(outgoing.dispatchId) }),
		body: webhook.request_method === 'GET' ? '' : body,
		timeoutMs: TIMEOUT_MS,
		retryAfterMs,
		done: ({ status }) => {
			if (!isReceived(status)) sent.result = 'failed';
		},
	});
}
