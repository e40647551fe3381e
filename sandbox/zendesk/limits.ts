import type { FastifyReply } from 'fastify';
import type { Rule } from '../control/types';
import { tooManyRequests } from './errors';
import type { Millis } from './types';

const MINUTE = 60_000;

export interface WindowState {
	total: number;
	remaining: number;
	/** Seconds until the window starts anew, at least 1. */
	resets: number;
	allowed: boolean;
}

/** Counters over fixed windows. Whether Zendesk's windows are fixed or sliding is not documented; refused calls are not counted. */
export class Windows {
	private readonly open = new Map<string, { startedAt: Millis; used: number }>();

	take(key: string, total: number, lengthMs: Millis): WindowState {
		const now = Date.now();
		let window = this.open.get(key);
		if (window === undefined || now >= window.startedAt + lengthMs) {
			window = { startedAt: now, used: 0 };
			this.open.set(key, window);
		}
		const allowed = window.used < total;
		if (allowed) window.used += 1;
		const resets = Math.max(1, Math.ceil((window.startedAt + lengthMs - now) / 1000));
		return { total, remaining: Math.max(0, total - window.used), resets, allowed };
	}

	age(ms: Millis): void {
		for (const window of this.open.values()) window.startedAt -= ms;
	}

	clear(): void {
		this.open.clear();
	}
}

/** Counts a call against the whole account; the headers go out with every answer. */
export function takeAccount(windows: Windows, perMinute: number, reply: FastifyReply, rule: Rule): void {
	const state = windows.take('account', perMinute, MINUTE);
	void reply.headers({
		'x-rate-limit': String(state.total),
		'x-rate-limit-remaining': String(state.remaining),
		'ratelimit-limit': String(state.total),
		'ratelimit-remaining': String(state.remaining),
		'ratelimit-reset': String(state.resets),
	});
	if (!state.allowed) throw tooManyRequests('Number of allowed API requests per minute exceeded', state.resets, rule);
}

export interface NamedLimit {
	/** As in the header: `tickets-update`. */
	name: string;
	/** What is counted apart: a ticket and a user, an account. */
	key: string;
	total: number;
	perMs: Millis;
	rule: Rule;
	/** Whether the vendor documents a header of this name. */
	header?: boolean;
}

/** Counts a call against a limit of its own, with its header. */
export function takeNamed(windows: Windows, limit: NamedLimit, reply: FastifyReply): void {
	const state = windows.take(`${limit.name} ${limit.key}`, limit.total, limit.perMs);
	if (limit.header) {
		const value = `total=${state.total}; remaining=${state.remaining}; resets=${state.resets}`;
		void reply.header(`zendesk-ratelimit-${limit.name}`, value);
	}
	if (!state.allowed) throw tooManyRequests(`Limit exceeded: ${limit.rule.text}`, state.resets, limit.rule);
}
