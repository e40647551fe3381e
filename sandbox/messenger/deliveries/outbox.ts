import type { Release } from '../controls/controlTypes';
import type { MessengerState } from '../state';
import type { App } from '../types';
import { sendUpdates } from './webhookDelivery';

/** One event on its way to one app. */
export interface Update {
	pageId: string;
	/** The list of the entry that it belongs to. */
	list: 'messaging' | 'standby' | 'changes';
	event: Record<string, unknown>;
	/** For the log. */
	what: string;
	psid?: string;
}

/** Meta's limit for one request. */
const MOST = 1000;

/** Keeps events in order: while a delivery is on its way the next events gather, and go out together afterwards. */
export class Outbox {
	private readonly waiting = new Map<App, Update[]>();

	private readonly underWay = new Set<App>();

	private held = false;

	constructor(private readonly state: MessengerState) {}

	push(app: App, update: Update): void {
		const updates = this.waiting.get(app) ?? [];
		updates.push(update);
		this.waiting.set(app, updates);
		this.flush(app);
	}

	hold(): void {
		this.held = true;
	}

	release({ as, reversed = false }: Release): number {
		this.held = false;
		let count = 0;
		for (const [app, gathered] of this.waiting) {
			const updates = gathered.splice(0);
			count += updates.length;
			if (reversed) updates.reverse();
			if (as === 'each') for (const update of updates) sendUpdates(this.state, app, [update], false);
			else if (updates.length > 0) sendUpdates(this.state, app, updates, as === 'one');
		}
		return count;
	}

	/** A fault that delays deliveries lets later ones pass: that is how they come out of order. */
	private delayed(): boolean {
		return this.state.world.faults.list().some(({ vendor, route, delayMs }) => vendor === 'messenger' && route === 'deliveries' && delayMs !== undefined);
	}

	private flush(app: App): void {
		const gathered = this.waiting.get(app) ?? [];
		if (this.held || this.underWay.has(app) || gathered.length === 0) return;
		const updates = gathered.splice(0, MOST);
		const waits = !this.delayed();
		if (waits) this.underWay.add(app);
		sendUpdates(this.state, app, updates, true, () => {
			if (waits) this.underWay.delete(app);
			this.flush(app);
		});
	}
}
