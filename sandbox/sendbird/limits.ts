import type { SendbirdLimits } from './controlTypes';
import type { Millis } from './types';

/** The plan of 100K monthly active users and more. */
export const DEFAULT_LIMITS: Readonly<SendbirdLimits> = { getPerSecond: 600, otherPerSecond: 200, strictPerSecond: 5 };

const WINDOW: Millis = 1000;

export interface LimitAnswer {
	headers: Record<string, string>;
	allowed: boolean;
}

/** Counts calls over a sliding second, each endpoint for itself. */
export class RateLimits {
	limits: SendbirdLimits = { ...DEFAULT_LIMITS };

	private calls = new Map<string, Millis[]>();

	/** `subject` keeps apart what has a stricter limit each: a user or channel of the path. */
	take(method: string, endpoint: string, subject?: string): LimitAnswer {
		const plan = this.count(`${method} ${endpoint}`, method === 'GET' ? this.limits.getPerSecond : this.limits.otherPerSecond);
		if (subject === undefined || !plan.allowed) return plan;
		return this.count(`${method} ${endpoint} ${subject}`, this.limits.strictPerSecond);
	}

	reset(): void {
		this.limits = { ...DEFAULT_LIMITS };
		this.forget();
	}

	/** The world aged, or the limits changed: what was used up is long past. */
	forget(): void {
		this.calls = new Map();
	}

	private count(key: string, limit: number): LimitAnswer {
		const now = Date.now();
		const used = (this.calls.get(key) ?? []).filter((at) => at > now - WINDOW);
		const allowed = used.length < limit;
		if (allowed) used.push(now);
		this.calls.set(key, used);
		const freeAt = (used[0] ?? now) + WINDOW;
		return {
			allowed,
			headers: {
				'x-ratelimit-limit': `${limit};w=1`,
				'x-ratelimit-remaining': String(Math.max(0, limit - used.length)),
				'x-ratelimit-reset': String(Math.ceil(freeAt / 1000)),
				...(allowed ? {} : { 'x-ratelimit-retryafter': String(Math.max(1, Math.ceil((freeAt - now) / 1000))) }),
			},
		};
	}
}
