import { RULES } from '../rules';
import type { MessengerState } from '../state';

const MINUTE = 60_000;

/** Watches deliveries that fail without one success between: an alert after 15 minutes, the end after an hour. */
export class FailureWatch {
	/** `app page` to the spell of failures that is on. */
	private spells = new Map<string, symbol>();

	constructor(private readonly state: MessengerState) {}

	succeeded(appId: string, pageId: string): void {
		this.spells.delete(`${appId} ${pageId}`);
	}

	failed(appId: string, pageId: string): void {
		const key = `${appId} ${pageId}`;
		if (this.spells.has(key)) return;
		const spell = Symbol(key);
		this.spells.set(key, spell);
		const stillOn = (): boolean => this.spells.get(key) === spell;
		this.state.world.timers.after(15 * MINUTE, () => {
			if (stillOn()) this.state.note(`alert: app ${appId} has not taken a delivery of Page ${pageId} for 15 minutes`, RULES.failureAlert);
		});
		this.state.world.timers.after(60 * MINUTE, () => {
			if (!stillOn()) return;
			this.spells.delete(key);
			this.state.pages.get(pageId)?.subscribedApps.delete(appId);
			this.state.note(`Webhooks Disabled: app ${appId} is unsubscribed from Page ${pageId}`, RULES.unsubscribed);
		});
	}

	clear(): void {
		this.spells.clear();
	}
}
