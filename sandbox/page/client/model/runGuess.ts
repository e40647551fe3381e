import type { EventLine } from '../../pageTypes';
import { isRun } from './runs';

interface KnownRun {
	id: string;
	/** Of its first call, ms since 1970. */
	start: number;
	customers: Set<string>;
}

/** Further back nothing is looked for. */
const KEPT = 60;

/**
 * Which run a webhook most likely started: n8n does not say so, its calls alone carry a run's id. A run is taken where it is the only one that made a
 * call for the same customer, and its first call of all, while the webhook waited for its answer. Webhooks that are answered before their run makes
 * calls (Zendesk's) therefore get none: another run may follow as closely.
 */
export class RunGuess {
	private readonly guessed = new Map<number, string>();

	private runs: KnownRun[] = [];

	add(line: EventLine): void {
		if (line.kind === 'delivery') this.addWebhook(line);
		else if (line.kind === 'request' && isRun(line.executionId)) this.addCall(line, line.executionId);
	}

	of(event: number): string | undefined {
		return this.guessed.get(event);
	}

	/** Events before this one are gone from the page. */
	forget(before: number): void {
		for (const event of this.guessed.keys()) if (event < before) this.guessed.delete(event);
	}

	private addCall({ at, tookMs = 0, customer }: EventLine, id: string): void {
		let run = this.runs.find((one) => one.id === id);
		if (run === undefined) {
			run = { id, start: Date.parse(at) - tookMs, customers: new Set() };
			this.runs = [...this.runs.slice(-KEPT), run];
		}
		if (customer !== undefined) run.customers.add(customer);
	}

	private addWebhook({ id, at, tookMs = 0, customer }: EventLine): void {
		if (customer === undefined) return;
		const start = Date.parse(at) - tookMs;
		// A webhook that a call caused begins with that call or after it: strictly later is what it started.
		const [run, ...others] = this.runs.filter((one) => one.start > start && one.customers.has(customer));
		if (run === undefined || others.length > 0) return;
		this.guessed.set(id, run.id);
		this.runs = this.runs.filter((one) => one !== run);
	}
}
