import type { Millis } from '../types';

const WINDOW = 5 * 60_000;
const OPEN_FOR = 5000;

/** Opens for 5 s when 70 % of a webhook's requests fail, or more than 1,000 do, within 5 minutes; never below 100 requests. */
export class CircuitBreaker {
	private readonly webhooks = new Map<string, { requests: Array<{ at: Millis; failed: boolean }>; openUntil: Millis }>();

	isOpen(webhookId: string): boolean {
		return (this.webhooks.get(webhookId)?.openUntil ?? 0) > Date.now();
	}

	record(webhookId: string, failed: boolean): void {
		const now = Date.now();
		const circuit = this.webhooks.get(webhookId) ?? { requests: [], openUntil: 0 };
		this.webhooks.set(webhookId, circuit);
		circuit.requests = circuit.requests.filter(({ at }) => at > now - WINDOW);
		circuit.requests.push({ at: now, failed });
		const total = circuit.requests.length;
		const failures = circuit.requests.filter((request) => request.failed).length;
		if (failed && total >= 100 && (failures > 1000 || failures / total >= 0.7)) circuit.openUntil = now + OPEN_FOR;
	}

	age(ms: Millis): void {
		for (const circuit of this.webhooks.values()) {
			circuit.openUntil -= ms;
			for (const request of circuit.requests) request.at -= ms;
		}
	}

	clear(): void {
		this.webhooks.clear();
	}
}
