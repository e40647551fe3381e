import type { FastifyReply, FastifyRequest } from 'fastify';
import { ZendeskError } from './errors';
import { RULES } from './rules';
import type { Millis } from './types';

const LIFETIME = 2 * 60 * 60_000;

/** Same text for the same value whatever the order of its keys. */
function canonical(value: unknown): string {
	if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
	if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
	const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
	return `{${entries.map(([key, entry]) => `${JSON.stringify(key)}:${canonical(entry)}`).join(',')}}`;
}

/** The account's keys of the last two hours with the answers that were given. */
export class IdempotencyKeys {
	private readonly keys = new Map<string, { body: string; answer: unknown; created_at: Millis }>();

	find(key: string): { body: string; answer: unknown } | undefined {
		const kept = this.keys.get(key);
		return kept !== undefined && kept.created_at > Date.now() - LIFETIME ? kept : undefined;
	}

	keep(key: string, body: string, answer: unknown): void {
		this.keys.set(key, { body, answer, created_at: Date.now() });
	}

	age(ms: Millis): void {
		for (const kept of this.keys.values()) kept.created_at -= ms;
	}

	clear(): void {
		this.keys.clear();
	}
}

/**
 * Runs `create` once per key. It must be synchronous: between the look-up and the keeping nothing else can run, so of two
 * simultaneous calls one creates and the other gets a hit. A refused creation is not kept (unconfirmed).
 */
export function onceByKey(
	keys: IdempotencyKeys,
	request: FastifyRequest,
	reply: FastifyReply,
	body: unknown,
	create: () => unknown,
): unknown {
	const key = request.headers['idempotency-key'];
	if (typeof key !== 'string' || key === '') return create();
	if (key.length > 255) {
		throw new ZendeskError(
			400,
			{ error: 'IdempotentRequestError', description: 'Idempotency key is too long (maximum is 255 characters)' },
			RULES.idempotencyLong,
		);
	}
	const text = canonical(body);
	const kept = keys.find(key);
	if (kept === undefined) {
		const answer = create();
		keys.keep(key, text, answer);
		request.notes.rule = RULES.idempotencyMiss;
		void reply.header('x-idempotency-lookup', 'miss');
		return answer;
	}
	if (kept.body !== text) {
		throw new ZendeskError(
			400,
			{ error: 'IdempotentRequestError', description: "Request parameters don't match the given idempotency key" },
			RULES.idempotencyMismatch,
		);
	}
	request.notes.rule = RULES.idempotencyHit;
	void reply.header('x-idempotency-lookup', 'hit');
	return kept.answer;
}
