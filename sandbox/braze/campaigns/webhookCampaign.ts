import { createHash } from 'node:crypto';
import { renderMessage } from '../../../nodes/shared/liquid';
import { deliver, type DeliveryOutcome } from '../../core/deliver';
import type { WebhookCampaign } from './campaign';
import { markSent, noteNotSent, notEligible } from './eligibility';
import { newId } from '../ids';
import { campaignSource, liquidContext, type Occasion } from '../messages/liquidContext';
import { customerId, type Profile } from '../users/profile';
import { documented, sandboxRule, unconfirmed } from '../rules';
import type { BrazeState } from '../state';

/** Braze's patience with an answer, ms. */
export const TIMEOUT_MS = 90_000;
const RETRIES_MAX = 5;
/** 58 s, doubled each time: five retries in half an hour. Braze documents the number, the half hour and "exponential". */
const FIRST_WAIT_MS = 58_000;

export const isReceived = (status: number): boolean => status >= 200 && status < 300;

/** Retried: 408, 429, 5xx, and no answer at all. Not retried: any other answer, redirects among them. */
export function retryAfterMs({ status }: Pick<DeliveryOutcome, 'status'>, attempt: number): number | undefined {
	const retryable = status === 0 || status === 408 || status === 429 || status >= 500;
	if (!retryable || attempt > RETRIES_MAX) return undefined;
	return FIRST_WAIT_MS * 2 ** (attempt - 1);
}

interface Rendered {
	url: string;
	headers: Record<string, string>;
	body: string;
}

class Aborted extends Error {}

async function render(state: BrazeState, campaign: WebhookCampaign, profile: Profile, occasion: Occasion): Promise<Rendered> {
	const context = liquidContext(state, campaignSource(campaign), profile, state.readable(profile), occasion);
	const text = async (template: string): Promise<string> => {
		const rendered = await renderMessage(template, { dialect: 'braze', context });
		if (rendered.aborted) throw new Aborted(rendered.abortReason ?? '{% abort_message %} called');
		return rendered.text;
	};
	const { webhookUrl = '', webhookSecret = '' } = state.connection ?? {};
	const headers: Record<string, string> = {};
	for (const [name, value] of Object.entries(campaign.webhook.headers)) {
		headers[name] = (await text(value)).replace('<YOUR_WEBHOOK_SECRET>', webhookSecret);
	}
	return {
		url: (await text(campaign.webhook.url)).replace('<YOUR_WEBHOOK_URL>', webhookUrl),
		headers,
		body: await text(campaign.webhook.body),
	};
}

/** Braze calls ports 80 and 443 only; this machine's own address is the sandbox's exemption. */
export function forbiddenPort(url: string): boolean {
	const { port, hostname } = new URL(url);
	return port !== '' && port !== '80' && port !== '443' && !['127.0.0.1', 'localhost', '[::1]'].includes(hostname);
}

export function userAgent(dispatchId: string): string {
	return `Braze Sender ${createHash('sha1').update(dispatchId).digest('hex')}`;
}

/** One POST for one profile, with Braze's retries; the dispatch id stays the same over them. */
export async function sendWebhook(state: BrazeState, campaign: WebhookCampaign, profile: Profile, occasion: Occasion): Promise<void> {
	const refused = notEligible(campaign, profile, state.readable(profile));
	if (refused) return noteNotSent(state, campaign, profile, refused);
	if (campaign.webhook.url.includes('<YOUR_WEBHOOK_URL>') && state.connection === undefined) {
		return noteNotSent(state, campaign, profile, sandboxRule('nobody has pasted the webhook URL yet (POST /_sandbox/braze/connect)'));
	}
	let rendered: Rendered;
	try {
		rendered = await render(state, campaign, profile, occasion);
	} catch (error) {
		const why = error instanceof Error ? error.message : String(error);
		return noteNotSent(state, campaign, profile, documented(error instanceof Aborted ? `aborted: ${why}` : `Liquid: ${why}`));
	}
	if (!URL.canParse(rendered.url)) return noteNotSent(state, campaign, profile, unconfirmed(`“${rendered.url}” is no URL`));
	if (forbiddenPort(rendered.url)) return noteNotSent(state, campaign, profile, documented('only ports 80 and 443 are called'));
	markSent(state, campaign, profile);
	const sent = state.messaging.sent.add({
		id: newId(),
		at: Date.now(),
		channel: 'webhook',
		profile,
		dispatchId: occasion.dispatchId,
		source: campaignSource(campaign),
		result: 'delivered',
		content: { text: `${campaign.webhook.method} ${rendered.url}`, links: [] },
	});
	deliver(state.world, {
		vendor: 'braze',
		summary: `“${campaign.name}” for ${customerId(profile)}`,
		customer: customerId(profile),
		method: campaign.webhook.method,
		url: rendered.url,
		headers: () => ({ ...rendered.headers, 'User-Agent': userAgent(occasion.dispatchId) }),
		body: rendered.body,
		timeoutMs: TIMEOUT_MS,
		retryAfterMs,
		done: ({ status }) => {
			if (isReceived(status)) return;
			sent.result = 'failed';
			noteNotSent(state, campaign, profile, documented(status === 0 ? 'no answer after the last retry' : `answered ${status}, given up`));
		},
	});
}
