import { deliver, type DeliveryOutcome } from '../../core/deliver';
import type { CleverTapState } from '../state';
import type { DashboardWebhook } from '../types';

/** How long CleverTap waits before it tries again is not documented. */
const RETRY_WAIT = 5000;

/** As the dashboard has them; nothing is signed. */
export function headersOf({ headers, auth, contentType, method }: DashboardWebhook): Record<string, string> {
	const all: Record<string, string> = { 'user-agent': 'CleverTap', ...(method === 'GET' ? {} : { 'content-type': contentType }), ...headers };
	if (auth.type === 'basic') all.authorization = `Basic ${Buffer.from(`${auth.username ?? ''}:${auth.password ?? ''}`).toString('base64')}`;
	return all;
}

export const isTaken = ({ status }: DeliveryOutcome): boolean => status >= 200 && status < 300;

export interface WebhookCall {
	summary: string;
	customer?: string;
	url: string;
	body: string;
	/** 0 for the test call. */
	retries: number;
	done: (outcome: DeliveryOutcome) => void;
}

/** One call to a dashboard webhook, with CleverTap's patience. A GET carries no body. */
export function callWebhook(state: CleverTapState, webhook: DashboardWebhook, { summary, customer, url, body, retries, done }: WebhookCall): void {
	deliver(state.world, {
		vendor: 'clevertap',
		summary,
		customer,
		method: webhook.method,
		url,
		headers: () => headersOf(webhook),
		body: webhook.method === 'GET' ? '' : body,
		timeoutMs: state.settings.webhookPatienceMs,
		retryAfterMs: (outcome, attempt) => (isTaken(outcome) || attempt > retries ? undefined : RETRY_WAIT),
		done,
	});
}
