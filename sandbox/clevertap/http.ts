import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { Rule } from '../control/types';
import { badRequest, CleverTapError } from './errors';
import { bodyJson, isJsonObject, type JsonObject } from './json';
import { RULES } from './rules';

export interface Call {
	query: URLSearchParams;
	/** Empty on a GET. */
	body: JsonObject;
	request: FastifyRequest;
}

type Handler = (call: Call) => object | Promise<object>;

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;

/** Notes which rule decided the answer. */
export const decidedBy = (request: FastifyRequest, rule: Rule): void => {
	request.notes.rule = rule;
};

function readBody(request: FastifyRequest): JsonObject {
	if (request.method === 'GET') {
		if (request.headers['content-type'] !== undefined) decidedBy(request, RULES.contentTypeOnGet);
		return {};
	}
	const type = request.headers['content-type'] ?? '';
	if (!/^application\/json\b/i.test(type)) decidedBy(request, RULES.contentType);
	const json = bodyJson(request);
	if (!isJsonObject(json)) throw badRequest('Malformed request', RULES.malformed);
	return json;
}

/** A path with what it does for each method; any other method is 405. */
export function route(app: FastifyInstance, path: string, handlers: { GET?: Handler; POST?: Handler }): void {
	app.route({
		method: [...METHODS],
		url: path,
		handler: async (request: FastifyRequest, reply: FastifyReply) => {
			const handler = request.method === 'GET' ? handlers.GET : request.method === 'POST' ? handlers.POST : undefined;
			if (handler === undefined) throw new CleverTapError(405, 'Method Not Allowed', RULES.method);
			const query = new URLSearchParams(request.url.split('?')[1] ?? '');
			return await reply.send(await handler({ query, body: readBody(request), request }));
		},
	});
}

/** The input by its schema, or a 400 that names the field. */
export function parse<Schema extends z.ZodTypeAny>(schema: Schema, input: unknown, rule: Rule = RULES.badRequest): z.output<Schema> {
	const parsed = schema.safeParse(input);
	if (parsed.success) return parsed.data;
	const [{ path, message }] = parsed.error.issues;
	throw badRequest(`${path.join('.')} ${message}`.trim(), rule);
}

/** Turns refusals into CleverTap's answers. An unknown path is 200 with nothing in it. */
export function answerErrors(app: FastifyInstance): void {
	app.setErrorHandler((error: Error & { statusCode?: number }, request, reply) => {
		// Faults match routes without a region; the log shows what was called.
		request.raw.url = request.originalUrl;
		const known = error instanceof CleverTapError;
		const defect: Rule = { text: `a defect of the sandbox: ${error.stack ?? error.message}`, certainty: 'sandbox' };
		const refusal = known ? error : new CleverTapError(error.statusCode ?? 500, error.message, error.statusCode === 413 ? RULES.badRequest : defect);
		decidedBy(request, refusal.rule);
		return reply.code(refusal.status).send(refusal.body());
	});
	app.setNotFoundHandler((request, reply) => {
		decidedBy(request, RULES.unknownPath);
		return reply.code(200).send('');
	});
	app.addHook('preHandler', async (request) => {
		request.raw.url = request.originalUrl;
	});
}
