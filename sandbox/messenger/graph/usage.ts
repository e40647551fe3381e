import type { MessengerLimits } from '../controls/controlTypes';
import { GraphError } from './errors';
import { RULES } from '../rules';
import type { Millis } from '../types';

const SECOND = 1000;
const HOUR = 3600 * SECOND;
const DAY = 24 * HOUR;

export const DEFAULT_LIMITS: Readonly<MessengerLimits> = {
	callsPerEngagedPerson: 200,
	sendsPerSecond: 300,
	mediaPerSecond: 10,
	conversationsPerSecond: 2,
	privateRepliesPerHour: 750,
};

type Rate = Exclude<keyof MessengerLimits, 'callsPerEngagedPerson'>;

const LENGTH: Record<Rate, Millis> = { sendsPerSecond: SECOND, mediaPerSecond: SECOND, conversationsPerSecond: SECOND, privateRepliesPerHour: HOUR };

/** How long a block lasts, and by how much each further call lengthens it, is not documented. */
const BLOCK = 5 * 60 * SECOND;
const PENALTY = 60 * SECOND;

/** Counts calls over sliding windows, an app and Page each. */
export class Usage {
	limits: MessengerLimits = { ...DEFAULT_LIMITS };

	private calls = new Map<string, Millis[]>();

	private blockedUntil = new Map<string, Millis>();

	/** Counts one call against the daily budget and answers the usage headers. */
	countCall(appId: string, pageId: string, engaged: number): { headers: Record<string, string>; refused?: GraphError } {
		const key = `${appId} ${pageId}`;
		const limit = this.limits.callsPerEngagedPerson * Math.max(1, engaged);
		const used = this.count(key, DAY);
		const until = this.blockedUntil.get(key) ?? 0;
		const now = Date.now();
		const blocked = until > now || used.length >= limit;
		if (blocked) this.blockedUntil.set(key, Math.max(until + PENALTY, now + BLOCK));
		else used.push(now);
		const percent = Math.min(100, Math.round((used.length / limit) * 100));
		const wait = blocked ? Math.ceil(((this.blockedUntil.get(key) ?? now) - now) / 60_000) : 0;
		const share = { call_count: blocked ? 100 : percent, total_cputime: Math.round(percent / 4), total_time: Math.round(percent / 4) };
		return {
			headers: {
				'x-app-usage': JSON.stringify(share),
				'x-business-use-case-usage': JSON.stringify({ [pageId]: [{ ...share, type: 'messenger', estimated_time_to_regain_access: wait }] }),
			},
			refused: blocked ? new GraphError('80006', RULES.callBudget) : undefined,
		};
	}

	/** Counts against a rate; throws 613 past it. */
	take(rate: Rate, pageId: string): void {
		const used = this.count(`${rate} ${pageId}`, LENGTH[rate]);
		if (used.length >= this.limits[rate]) throw new GraphError('613', RULES.sendRate);
		used.push(Date.now());
	}

	age(ms: Millis): void {
		for (const [key, times] of this.calls) this.calls.set(key, times.map((at) => at - ms));
		for (const [key, until] of this.blockedUntil) this.blockedUntil.set(key, until - ms);
	}

	reset(): void {
		this.limits = { ...DEFAULT_LIMITS };
		this.forget();
	}

	forget(): void {
		this.calls = new Map();
		this.blockedUntil = new Map();
	}

	private count(key: string, length: Millis): Millis[] {
		const since = Date.now() - length;
		const used = (this.calls.get(key) ?? []).filter((at) => at > since);
		this.calls.set(key, used);
		return used;
	}
}
