import { DATA_POOLS } from './dataLimits';
import { MESSAGING_POOLS } from './messages/messagingLimits';

/** A pool of calls that share one limit. Source: Braze, API limits. */
export const POOLS = {
	default: { limit: 250_000, windowMs: 3_600_000 },
	'users/track': { limit: 3_000, windowMs: 3_000 },
	/** With `fields_to_export` and without canvases_received and campaigns_received. */
	'users/export/ids': { limit: 40, windowMs: 1_000 },
	'users/export/ids received': { limit: 250, windowMs: 60_000 },
	broadcast: { limit: 250, windowMs: 60_000 },
	'broadcast audience': { limit: 10, windowMs: 60_000 },
	'subscription/status/set': { limit: 5_000, windowMs: 60_000 },
	...DATA_POOLS,
	...MESSAGING_POOLS,
} as const;
export type Pool = keyof typeof POOLS;

export const isPool = (name: string): name is Pool => Object.keys(POOLS).includes(name);

interface PoolLimit {
	limit: number;
	windowMs: number;
}

export interface LimitState {
	allowed: boolean;
	headers: Record<string, string>;
}

/** Fixed windows on round clock times: the hour's window ends on the hour (seen by other clients). */
export class Limits {
	private readonly changed = new Map<Pool, PoolLimit>();

	private readonly used = new Map<string, { start: number; count: number }>();

	reset(): void {
		this.changed.clear();
		this.used.clear();
	}

	/** The world aged: what was used up is long past. */
	forget(): void {
		this.used.clear();
	}

	set(pool: Pool, limit: PoolLimit): void {
		this.changed.set(pool, limit);
		this.used.clear();
	}

	get(pool: Pool): PoolLimit {
		return this.changed.get(pool) ?? POOLS[pool];
	}

	/** Counts one call; `subject` keeps apart what has a limit each (a broadcast's audience). */
	take(pool: Pool, subject = ''): LimitState {
		return this.count(pool, subject, 1);
	}

	/** The headers as they stand, without counting. */
	peek(pool: Pool): LimitState {
		return this.count(pool, '', 0);
	}

	private count(pool: Pool, subject: string, calls: number): LimitState {
		const { limit, windowMs } = this.get(pool);
		const now = Date.now();
		const start = Math.floor(now / windowMs) * windowMs;
		const key = `${pool} ${subject}`;
		const before = this.used.get(key);
		const count = (before?.start === start ? before.count : 0) + calls;
		const allowed = count <= limit;
		this.used.set(key, { start, count: Math.min(count, limit) });
		return {
			allowed,
			headers: {
				'x-ratelimit-limit': String(limit),
				'x-ratelimit-remaining': String(Math.max(0, limit - count)),
				'x-ratelimit-reset': String(Math.ceil((start + windowMs) / 1000)),
			},
		};
	}
}
