import type { Millis } from '../types';

export interface Indexed {
	kind: 'ticket' | 'user' | 'organization' | 'group';
	id: number;
	created_at: Millis;
	updated_at: Millis;
	/** By search keyword, as it was when written. */
	values: Record<string, unknown>;
	/** Free text, for words without a keyword. */
	text: string;
}

/** What search knows: the state of each object as of some time ago. */
export class SearchIndex {
	private entries = new Map<string, Array<Indexed & { written_at: Millis }>>();

	write(entry: Indexed): void {
		const key = `${entry.kind} ${entry.id}`;
		const versions = this.entries.get(key) ?? [];
		versions.push({ ...entry, written_at: Date.now() });
		this.entries.set(key, versions);
	}

	remove(kind: Indexed['kind'], id: number): void {
		this.entries.delete(`${kind} ${id}`);
	}

	/** Each object's newest version that is at least `lagMs` old. */
	visible(lagMs: Millis): Indexed[] {
		const until = Date.now() - lagMs;
		const found: Indexed[] = [];
		for (const [key, versions] of this.entries) {
			const newest = versions.findLastIndex((version) => version.written_at <= until);
			if (newest === -1) continue;
			found.push(versions[newest]);
			if (newest > 0) this.entries.set(key, versions.slice(newest));
		}
		return found;
	}

	age(ms: Millis): void {
		for (const versions of this.entries.values()) {
			for (const version of versions) {
				version.written_at -= ms;
				version.created_at -= ms;
				version.updated_at -= ms;
			}
		}
	}

	clear(): void {
		this.entries.clear();
	}
}
