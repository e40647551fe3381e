import type { JsonObject } from '../json';
import { eventKey } from '../upload/names';
import type { Millis, Profile, TrackedEvent } from '../types';

/** Every event that was raised, by name; profiles keep their own counts. */
export class EventStore {
	private readonly byName = new Map<string, TrackedEvent[]>();

	add(profile: Profile, name: string, data: JsonObject, at: Millis): TrackedEvent {
		const key = eventKey(name);
		const event: TrackedEvent = { profile, name, data, at };
		const list = this.byName.get(key);
		if (list === undefined) this.byName.set(key, [event]);
		else list.push(event);
		const seen = profile.events.get(key);
		if (seen === undefined) profile.events.set(key, { name, count: 1, firstSeen: at, lastSeen: at });
		else {
			seen.count += 1;
			seen.firstSeen = Math.min(seen.firstSeen, at);
			seen.lastSeen = Math.max(seen.lastSeen, at);
		}
		return event;
	}

	named(name: string): TrackedEvent[] {
		return this.byName.get(eventKey(name)) ?? [];
	}

	all(): TrackedEvent[] {
		return [...this.byName.values()].flat();
	}

	forget(profile: Profile): void {
		for (const [key, events] of this.byName) this.byName.set(key, events.filter((event) => event.profile !== profile));
	}

	age(ms: Millis): void {
		for (const event of this.all()) event.at -= ms;
	}

	clear(): void {
		this.byName.clear();
	}
}
