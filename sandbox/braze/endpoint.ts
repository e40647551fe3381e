import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { jsonBody } from '../core/vendor';
import { requireJsonContentType, requirePermission, type Permission } from './auth';
import { Refusal } from './errors';
import type { Pool } from './limits';
import { documented, unconfirmed } from './rules';
import type { BrazeState } from './state';

export interface Answer {
	status: number;
	body: Record<string, unknown>;
}

interface EndpointBase<Input> {
	/** Braze's own path, without the sandbox's prefix. */
	path: string;
	permission: Permission;
	/** One pool, or several with what each counts apart; a call counts in all of them, the last one is shown in the headers. */
	pools: (input: Input) => Array<{ pool: Pool; subject?: string }>;
	answer: (input: Input, request: FastifyRequest) => Answer | Promise<Answer>;
}

/** Counts a call in its pools and throws Braze's 429. */
export function countCall(state: BrazeState, reply: FastifyReply, pools: Array<{ pool: Pool; subject?: string }>): void {
	for (const { pool, subject } of pools) {
		const { allowed, headers } = state.limits.take(pool, subject);
		reply.headers(headers);
		if (allowed) continue;
		const { limit, windowMs } = state.limits.get(pool);
		throw new Refusal(429, 'You have exceeded the rate limit for this endpoint', documented(`${pool}: ${limit} calls in ${windowMs / 1000} s`));
	}
}

/** Braze's rate-limit headers stand on every answer, refusals included. */
export function rateHeadersOnEveryAnswer(app: FastifyInstance, state: BrazeState): void {
	app.addHook('onRequest', async (_request, reply) => {
		reply.headers(state.limits.peek('default').headers);
	});
}

/** A POST whose JSON body has this shape. */
export function post<Schema extends z.ZodTypeAny>(
	app: FastifyInstance,
	state: BrazeState,
	endpoint: EndpointBase<z.infer<Schema>> & { body: Schema },
): void {
	app.post(endpoint.path, async (request, reply) => {
		requirePermission(state.keys, request, endpoint.permission);
		requireJsonContentType(request);
		const parsed = endpoint.body.safeParse(jsonBody(request));
		if (!parsed.success) {
			const issue = parsed.error.issues[0];
			const where = issue.path.join('.');
			throw new Refusal(400, where ? `${where}: ${issue.message}` : issue.message, unconfirmed('bad syntax: 400; the wording is the sandbox’s own'));
		}
		countCall(state, reply, endpoint.pools(parsed.data));
		const { status, body } = await endpoint.answer(parsed.data, request);
		return reply.code(status).send(body);
	});
}

/** Query values as lists: `external_id=a`, `external_id=a&external_id=b` and `external_id[]=a` are all taken. */
export class Query {
	private readonly values: URLSearchParams;

	constructor(url: string) {
		this.values = new URLSearchParams(url.split('?')[1] ?? '');
	}

	all(name: string): string[] {
		return [...this.values.getAll(name), ...this.values.getAll(`${name}[]`)].filter((value) => value !== '');
	}

	one(name: string): string | undefined {
		return this.all(name)[0];
	}
}

export function get(app: FastifyInstance, state: BrazeState, endpoint: EndpointBase<Query>): void {
	app.get(endpoint.path, async (request, reply) => {
		requirePermission(state.keys, request, endpoint.permission);
		const query = new Query(request.url);
		countCall(state, reply, endpoint.pools(query));
		const { status, body } = await endpoint.answer(query, request);
		return reply.code(status).send(body);
	});
}

export const defaultPool = (): Array<{ pool: Pool }> => [{ pool: 'default' }];
