import { randomBytes } from 'node:crypto';
import { badRequest } from '../errors';
import { RULES } from '../rules';
import type { Millis, Profile, TrackedEvent } from '../types';

const HOUR = 3_600_000;

interface Lists {
	events: TrackedEvent[];
	profiles: Profile[];
}
type Kind = keyof Lists;

/** How long a download may take and, for events, how long it may rest. */
const LIFE: Record<Kind, { whole: Millis; idle: Millis }> = {
	events: { whole: 4 * HOUR, idle: HOUR },
	profiles: { whole: 96 * HOUR, idle: 96 * HOUR },
};

/** Which parts of a profile a download has. */
export interface Parts {
	app: boolean;
	events: boolean;
	profile: boolean;
}

interface Cursor {
	kind: Kind;
	list: Array<Profile | TrackedEvent>;
	position: number;
	size: number;
	parts: Parts;
	startedAt: Millis;
	usedAt: Millis;
}

export interface Page<Item> {
	items: Item[];
	parts: Parts;
	next?: string;
}

/** Downloads under way. What is downloaded is fixed at the first step; asking twice with one cursor gives the same page. */
export class Cursors {
	private readonly open = new Map<string, Cursor>();

	start<K extends Kind>(kind: K, list: Lists[K], size: number, parts: Parts): string {
		const now = Date.now();
		return this.keep({ kind, list, position: 0, size, parts, startedAt: now, usedAt: now });
	}

	page<K extends Kind>(kind: K, id: string): Page<Lists[K][number]> {
		const cursor = this.open.get(id);
		const now = Date.now();
		if (cursor === undefined || cursor.kind !== kind) throw badRequest('Invalid cursor', RULES.cursorUnknown);
		const { whole, idle } = LIFE[kind];
		if (now > cursor.startedAt + whole || now > cursor.usedAt + idle) throw badRequest('Cursor expired', RULES.cursorLife);
		cursor.usedAt = now;
		const end = cursor.position + cursor.size;
		const next = end < cursor.list.length ? this.keep({ ...cursor, position: end }) : undefined;
		// The list was kept under its kind.
		return { items: cursor.list.slice(cursor.position, end) as Array<Lists[K][number]>, parts: cursor.parts, next };
	}

	age(ms: Millis): void {
		for (const cursor of this.open.values()) {
			cursor.startedAt -= ms;
			cursor.usedAt -= ms;
		}
	}

	clear(): void {
		this.open.clear();
	}

	private keep(cursor: Cursor): string {
		const id = randomBytes(24).toString('base64url');
		this.open.set(id, cursor);
		return id;
	}
}
