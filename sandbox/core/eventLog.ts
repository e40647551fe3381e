import type { EventPage, SandboxEvent } from '../control/types';

/** What happened, in order: the one source of the transcript, the page and the tests' proof. */
export class EventLog {
	private events: SandboxEvent[] = [];

	private nextId = 1;

	private readonly listeners = new Set<(event: SandboxEvent) => void>();

	add(event: Omit<SandboxEvent, 'id' | 'at'>): SandboxEvent {
		const full: SandboxEvent = { id: this.nextId++, at: new Date().toISOString(), ...event };
		this.events.push(full);
		for (const listener of this.listeners) listener(full);
		return full;
	}

	after(id: number): EventPage {
		return { events: this.events.filter((event) => event.id > id), last: this.nextId - 1 };
	}

	/** Returns the function that ends the subscription. */
	subscribe(listener: (event: SandboxEvent) => void): () => void {
		this.listeners.add(listener);
		return () => this.listeners.delete(listener);
	}

	clear(): void {
		this.events = [];
		this.nextId = 1;
	}
}
