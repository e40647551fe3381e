import { deliver } from '../../core/deliver';
import type { Update } from './outbox';
import { RULES } from '../rules';
import { signatureHeaders, wireJson } from './signature';
import type { MessengerState } from '../state';
import type { App } from '../types';

const SECOND = 1000;
const MINUTE = 60 * SECOND;

/** A few at once, then ever more slowly; all end before the hour after which the app is unsubscribed. */
const RETRY_WAITS = [SECOND, SECOND, SECOND, MINUTE, 2 * MINUTE, 4 * MINUTE, 8 * MINUTE, 15 * MINUTE, 25 * MINUTE];

/** ms until the next attempt; `attempt` counts from 1. */
export const retryWait = (attempt: number): number | undefined => RETRY_WAITS[attempt - 1];

/** The body of a delivery. `together`: neighbours of one Page and list share an entry. */
export function envelope(updates: Update[], together: boolean): Record<string, unknown> {
	const entries: Array<Record<string, unknown> & { id: string }> = [];
	let open: { pageId: string; list: string; events: unknown[] } | undefined;
	for (const { pageId, list, event } of updates) {
		if (together && open !== undefined && open.pageId === pageId && open.list === list) {
			open.events.push(event);
			continue;
		}
		open = { pageId, list, events: [event] };
		entries.push({ id: pageId, time: Date.now(), [list]: open.events });
	}
	return { object: 'page', entry: entries };
}

/** Sends these events to the app's callback in one request and returns at once. `firstOver` is called when the first attempt is over. */
export function sendUpdates(state: MessengerState, app: App, updates: Update[], together: boolean, firstOver: () => void = () => undefined): void {
	const subscription = app.subscriptions.get('page');
	if (subscription === undefined) {
		firstOver();
		return;
	}
	const body = wireJson(envelope(updates, together));
	const pageIds = [...new Set(updates.map(({ pageId }) => pageId))];
	const kinds = [...new Set(updates.map(({ what }) => what))].join(', ');
	deliver(state.world, {
		vendor: 'messenger',
		summary: `webhook to ${app.name}: ${updates.length === 1 ? kinds : `${updates.length} events (${kinds})`}`,
		customer: updates.find(({ psid }) => psid !== undefined)?.psid,
		method: 'POST',
		url: subscription.callback_url,
		headers: () => ({ 'content-type': 'application/json', 'user-agent': 'facebookexternalua', ...signatureHeaders(app.secret, body) }),
		body,
		timeoutMs: state.settings.webhookTimeoutMs,
		retryAfterMs: ({ status, timedOut }, attempt) => {
			if (attempt === 1) firstOver();
			if (status === 200) {
				for (const pageId of pageIds) state.failures.succeeded(app.id, pageId);
				return undefined;
			}
			for (const pageId of pageIds) state.failures.failed(app.id, pageId);
			const listens = pageIds.some((pageId) => state.pages.get(pageId)?.subscribedApps.has(app.id));
			const wait = listens ? retryWait(attempt) : undefined;
			const next = wait === undefined ? 'is given up' : `is tried again in ${wait / SECOND} s`;
			state.note(`the delivery to ${app.name} was not answered with 200 and ${next}`, timedOut ? RULES.patience : RULES.retries);
			return wait;
		},
	});
}
