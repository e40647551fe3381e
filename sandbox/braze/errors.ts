import type { FastifyInstance } from 'fastify';
import { ZodError } from 'zod';
import type { Rule } from '../control/types';
import { documented, unconfirmed } from './rules';

/** Braze refuses a call: `{ message, errors? }` with a 4xx. */
export class Refusal extends Error {
	constructor(
		readonly status: number,
		message: string,
		readonly rule: Rule,
		readonly errors?: readonly string[],
	) {
		super(message);
	}
}

const FAULT_TEXTS: Record<number, string> = {
	400: 'Bad Request',
	401: 'Invalid API key',
	403: 'Access Denied',
	404: 'Not Found',
	429: 'You have exceeded the rate limit for this endpoint',
	500: 'Internal Server Error',
	502: 'Bad Gateway',
	503: 'Service Unavailable',
	504: 'Gateway Timeout',
};

/**
 * What a switched-on fault answers. A 429 has its wait only in `X-RateLimit-Reset` (UTC epoch seconds): Braze sends no Retry-After.
 * `retryAfter` in seconds, 1 when absent.
 */
export function faultAnswer(status: number, retryAfter = 1): { headers: Record<string, string>; body: unknown } {
	const headers: Record<string, string> =
		status === 429
			? {
					'x-ratelimit-limit': '250000',
					'x-ratelimit-remaining': '0',
					'x-ratelimit-reset': String(Math.ceil(Date.now() / 1000 + retryAfter)),
				}
			: {};
	return { headers, body: { message: FAULT_TEXTS[status] ?? `Error ${status}` } };
}

/** Turns refusals into Braze's fatal answers, and an unknown path into a 404. */
export function answerErrors(app: FastifyInstance): void {
	app.setErrorHandler((error: Error & { statusCode?: number }, request, reply) => {
		if (error instanceof Refusal) {
			request.notes.rule = error.rule;
			return reply.code(error.status).send({ message: error.message, ...(error.errors ? { errors: error.errors } : {}) });
		}
		if (error instanceof ZodError) {
			request.notes.rule = unconfirmed('bad syntax: 400; the wording is the sandbox’s own');
			return reply.code(400).send({ message: `${error.issues[0].path.join('.')}: ${error.issues[0].message}` });
		}
		const status = error.statusCode ?? 500;
		request.notes.rule =
			status < 500 ? unconfirmed('the call could not be read') : unconfirmed(`a defect of the sandbox: ${error.stack ?? error.message}`);
		return reply.code(status).send({ message: error.message });
	});
	app.setNotFoundHandler((request, reply) => {
		request.notes.rule = documented('no such URL: 404');
		return reply.code(404).send({ message: 'Not Found' });
	});
}
