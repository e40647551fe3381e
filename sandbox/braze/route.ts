import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Rule } from '../control/types';
import { jsonBody } from '../core/vendor';
import { requireJsonContentType, requirePermission, type Permission } from './auth';
import { countCall, Query, type Answer } from './endpoint';
import { Refusal } from './errors';
import type { JsonObject } from './json';
import type { Pool } from './limits';
import { unconfirmed } from './rules';
import type { BrazeState } from './state';

/** A refusal whose body is not Braze's usual `{ message, errors? }` with texts. */
export class BodyRefusal extends Error {
	constructor(
		readonly status: number,
		readonly body: JsonObject,
		readonly rule: Rule,
	) {
		super(JSON.stringify(body));
	}
}

export interface RouteAnswer extends Answer {
	headers?: Record<string, string>;
}

export interface RouteCall<Body> {
	/** As the route's schema reads it; an empty body is `{}`. */
	body: Body;
	/** The path's parts, decoded. */
	params: Record<string, string>;
	query: Query;
	request: FastifyRequest;
}

interface Guarded {
	/** Throws where the caller may not. */
	allow: (request: FastifyRequest) => void;
	pools: Pool[];
}

interface Endpoint<Schema extends z.ZodTypeAny> {
	method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
	/** Braze's own path, `{parts}` written `:parts`. */
	path: string;
	body: Schema;
	answer: (call: RouteCall<z.infer<Schema>>) => RouteAnswer | Promise<RouteAnswer>;
}

const pathParts = z.record(z.string());

function readBody<Schema extends z.ZodTypeAny>(schema: Schema, request: FastifyRequest): z.infer<Schema> {
	if (request.rawBody.length > 0) requireJsonContentType(request);
	const json = jsonBody(request);
	const parsed = schema.safeParse(json);
	if (parsed.success) return parsed.data;
	const { path, message } = parsed.error.issues[0];
	throw new Refusal(400, path.length > 0 ? `${path.join('.')}: ${message}` : message, unconfirmed('bad syntax: 400; the wording is the sandbox’s own'));
}

/** Answers a refusal that has a body of its own; other errors go on to Braze's usual form. */
function ownBody(request: FastifyRequest, error: unknown): Promise<RouteAnswer> {
	if (!(error instanceof BodyRefusal)) return Promise.reject(error);
	request.notes.rule = error.rule;
	return Promise.resolve({ status: error.status, body: error.body });
}

/** A route of any method, guarded by something else than a REST API key (SCIM). */
export function guardedRoute<Schema extends z.ZodTypeAny>(app: FastifyInstance, state: BrazeState, endpoint: Endpoint<Schema> & Guarded): void {
	const answerTo = async (request: FastifyRequest, reply: FastifyReply): Promise<RouteAnswer> => {
		endpoint.allow(request);
		const body = readBody(endpoint.body, request);
		countCall(state, reply, endpoint.pools.map((pool) => ({ pool })));
		return await endpoint.answer({ body, params: pathParts.parse(request.params ?? {}), query: new Query(request.url), request });
	};
	app.route({
		method: endpoint.method,
		url: endpoint.path,
		handler: async (request, reply) => {
			const { status, headers = {}, body } = await answerTo(request, reply).catch((error: unknown) => ownBody(request, error));
			return await reply.code(status).headers(headers).send(status === 204 ? undefined : body);
		},
	});
}

/** A route of any method for REST API keys with this permission. `pools` none: the vendor does not limit it. */
export function route<Schema extends z.ZodTypeAny>(
	app: FastifyInstance,
	state: BrazeState,
	{ permission, ...endpoint }: Endpoint<Schema> & { permission: Permission; pools: Pool[] },
): void {
	guardedRoute(app, state, { ...endpoint, allow: (request) => requirePermission(state.keys, request, permission) });
}

/** For routes that read no body. */
export const noBody = z.unknown();

/** `Link` of a cursor-paged list, as Braze's pages show it: relative, `prev` left out without a cursor, `next` on the last page. */
export function cursorPage<Row>(rows: readonly Row[], path: string, cursor: string | undefined, size: number): { page: Row[]; headers: Record<string, string> } | undefined {
	const skip = cursor === undefined ? 0 : Number(/^skip:(\d+)$/.exec(Buffer.from(cursor, 'base64').toString('utf8'))?.[1] ?? NaN);
	if (!Number.isInteger(skip)) return undefined;
	const link = (to: number, rel: string) => `<${path}?cursor=${Buffer.from(`skip:${to}`).toString('base64')}>; rel="${rel}"`;
	const links = [
		...(cursor === undefined ? [] : [link(Math.max(0, skip - size), 'prev')]),
		...(skip + size < rows.length ? [link(skip + size, 'next')] : []),
	];
	return { page: rows.slice(skip, skip + size), headers: links.length > 0 ? { link: links.join(',') } : {} };
}
