import { deliver } from '../core/deliver';
import { enqueue } from './callbacks';
import { SHAPES } from './callbackShapes';
import { RULES } from './rules';
import type { NotificationsState } from './state';
import { ESPS, type Callback, type Esp } from './types';

/** Requests on their way at once; a batch of 10,000 must not open 10,000 connections. */
const IN_FLIGHT = 10;
const TRIES = 3;
const WAIT = 1000;

const says = (body: string, status: string): boolean => new RegExp(`"status"\\s*:\\s*"${status}"`).test(body);

/** Sends SENT and READ to the endpoint of the integration, in order, a few at a time. */
export class CallbackQueue {
	private readonly pending: Record<Esp, Callback[]> = { braze: [], clevertap: [] };

	private inFlight = 0;

	private woken = false;

	constructor(private readonly state: NotificationsState) {}

	add(callback: Callback): void {
		this.pending[callback.esp].push(callback);
		if (this.woken) return;
		this.woken = true;
		// All callbacks of one sending are there before the first request is filled.
		queueMicrotask(() => {
			this.woken = false;
			this.pump();
		});
	}

	private pump(): void {
		for (const esp of ESPS) {
			while (this.inFlight < IN_FLIGHT && this.pending[esp].length > 0) this.send(esp, this.pending[esp].splice(0, Math.max(1, this.state.integrations[esp].eventsPerCallback)));
		}
	}

	private send(esp: Esp, callbacks: Callback[]): void {
		const integration = this.state.integrations[esp];
		if (integration.endpoint === null) {
			for (const callback of callbacks) enqueue(this.state, callback);
			return;
		}
		const { url, headers, body } = SHAPES[esp].request(integration, integration.endpoint, callbacks);
		const [{ status, identity }] = callbacks;
		const summary = callbacks.length === 1 ? `${status} of ${identity} to ${esp}` : `${callbacks.length} callbacks to ${esp}`;
		let left = integration.repeat;
		let delivered = false;
		for (let copy = 0; copy < integration.repeat; copy++) {
			this.inFlight += 1;
			deliver(this.state.application.world, {
				vendor: 'sendbird-notifications',
				summary,
				customer: identity,
				method: 'POST',
				url,
				headers: () => headers,
				body,
				timeoutMs: integration.timeoutMs,
				retryAfterMs: (outcome, attempt) => (outcome.status >= 200 && outcome.status < 300) || attempt >= TRIES ? undefined : WAIT,
				done: (outcome) => {
					this.inFlight -= 1;
					left -= 1;
					delivered ||= outcome.status >= 200 && outcome.status < 300;
					if (esp === 'clevertap' && (says(outcome.body, 'fail') || says(outcome.body, 'partial'))) this.state.note(`CleverTap did not take all of ${summary}`, RULES.callbackUnprocessed, identity);
					if (left === 0) this.settle(callbacks, delivered, summary);
					this.pump();
				},
			});
		}
	}

	private settle(callbacks: Callback[], delivered: boolean, summary: string): void {
		if (!delivered) this.state.note(`${summary} is lost after ${TRIES} tries`, RULES.callbackRetry, callbacks[0].identity);
		for (const callback of callbacks) {
			callback.outcome = delivered ? 'delivered' : 'lost';
			if (callback.next !== undefined) enqueue(this.state, callback.next);
		}
	}
}
