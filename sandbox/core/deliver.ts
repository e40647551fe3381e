/* eslint-disable @n8n/community-nodes/no-restricted-globals -- the sandbox is a server of its own, not a node */
import type { LoggedResponse, VendorName } from '../control/types';
import { maskBody, maskHeaders } from './mask';
import type { World } from './world';

/** One call that a vendor makes out, attempts included. */
export interface Delivery {
	vendor: VendorName;
	/** For the transcript. */
	summary: string;
	customer?: string;
	method: string;
	url: string;
	/** Asked anew for each attempt, so that a vendor may sign each one. */
	headers: () => Record<string, string>;
	body: string;
	/** The vendor's patience, ms. */
	timeoutMs: number;
	/**
	 * Given what came back (status 0: no answer; `timedOut`), ms until the next attempt, or undefined to give up.
	 * `attempt` counts from 1.
	 */
	retryAfterMs: (outcome: DeliveryOutcome, attempt: number) => number | undefined;
	/** Called once, when the last attempt is over. */
	done?: (outcome: DeliveryOutcome) => void;
}

export interface DeliveryOutcome {
	status: number;
	timedOut: boolean;
	headers: Record<string, string>;
	body: string;
}

async function attemptOnce(delivery: Delivery, headers: Record<string, string>): Promise<DeliveryOutcome> {
	try {
		const answer = await fetch(delivery.url, {
			method: delivery.method,
			headers,
			body: delivery.body === '' ? undefined : delivery.body,
			redirect: 'manual',
			signal: AbortSignal.timeout(delivery.timeoutMs),
		});
		return {
			status: answer.status,
			timedOut: false,
			headers: Object.fromEntries(answer.headers),
			body: (await answer.text()).slice(0, 4000),
		};
	} catch (error) {
		// By name: under a test runner the error comes from another realm, where instanceof is false.
		const timedOut = (error as { name?: unknown }).name === 'TimeoutError';
		return { status: 0, timedOut, headers: {}, body: timedOut ? 'timed out' : String(error) };
	}
}

async function runAttempts(world: World, delivery: Delivery, attempt: number): Promise<void> {
	const { epoch } = world;
	const headers = delivery.headers();
	const started = Date.now();
	const outcome = await attemptOnce(delivery, headers);
	if (world.epoch !== epoch) return;
	const response: LoggedResponse = { status: outcome.status, headers: outcome.headers, body: outcome.body };
	world.events.add({
		vendor: delivery.vendor,
		kind: 'delivery',
		summary: attempt === 1 ? delivery.summary : `${delivery.summary} (attempt ${attempt})`,
		customer: delivery.customer,
		request: {
			method: delivery.method,
			path: delivery.url,
			headers: maskHeaders(headers),
			body: maskBody(delivery.body),
		},
		response,
		tookMs: Date.now() - started,
	});
	const wait = delivery.retryAfterMs(outcome, attempt);
	if (wait === undefined) delivery.done?.(outcome);
	else world.timers.after(wait, () => void runAttempts(world, delivery, attempt + 1));
}

/** Starts a delivery and returns at once; the fault `deliveries` may repeat or delay it. */
export function deliver(world: World, delivery: Delivery): void {
	const fault = world.faults.take(delivery.vendor, 'deliveries');
	const { epoch } = world;
	for (let copy = 0; copy < (fault?.repeat ?? 1); copy++) {
		const wait = (fault?.delayMs ?? 0) + copy * (fault?.repeatEveryMs ?? 0);
		const start = () => void runAttempts(world, delivery, 1);
		if (wait === 0) start();
		else setTimeout(() => world.epoch === epoch && start(), wait).unref();
	}
}
