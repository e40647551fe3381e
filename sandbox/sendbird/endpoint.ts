import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Rule } from '../control/types';
import type { SendbirdApplication } from './application';
import { chatToken } from './auth';
import { parse, readBody, type UploadedFile } from './body';
import { SendbirdError } from './errors';
import { RULES } from './rules';
import type { ApiToken } from './types';

/** One of the two hosts: how its calls are signed in and counted. */
export interface Host {
	application: SendbirdApplication;
	authenticate: (request: FastifyRequest) => ApiToken;
}

export const chatHost = (application: SendbirdApplication): Host => ({ application, authenticate: (request) => chatToken(application, request) });

/** A call that got through. */
export interface Call<Body, Query> {
	body: Body;
	query: Query;
	/** Parts of the path, decoded. */
	path: Record<string, string>;
	files: UploadedFile[];
	token: ApiToken;
	request: FastifyRequest;
	reply: FastifyReply;
}

export const NOTHING = z.object({});

export interface Endpoint<Body extends z.ZodTypeAny, Query extends z.ZodTypeAny> {
	method: 'GET' | 'POST' | 'PUT' | 'DELETE';
	path: string;
	body?: Body;
	query?: Query;
	/** Stricter limit of its own for each of what this names: `user_id`, `channel_url`, or `application`. */
	strict?: 'user_id' | 'channel_url' | 'application';
	/** Calls that no limit counts: queued sends. */
	unlimited?: (body: z.output<Body>) => boolean;
	answer: (call: Call<z.output<Body>, z.output<Query>>) => unknown;
}

/** Notes which rule decided the answer. */
export const decidedBy = (request: FastifyRequest, rule: Rule): void => {
	request.notes.rule = rule;
};

function countCall({ application }: Host, method: string, path: string, subject: string | undefined, reply: FastifyReply): void {
	const { headers, allowed } = application.rates.take(method, path, subject);
	void reply.headers(headers);
	if (allowed) return;
	const rule = subject === undefined ? RULES.planLimit : RULES.strictLimit;
	throw new SendbirdError('500910', rule, `Too many requests (limit: ${headers['x-ratelimit-limit']}, retry_after: ${headers['x-ratelimit-retryafter']}).`);
}

/** A route of a host: token, limits, body, then the answer as JSON. */
export function endpoint<Body extends z.ZodTypeAny = typeof NOTHING, Query extends z.ZodTypeAny = typeof NOTHING>(app: FastifyInstance, host: Host, { method, path, body, query, strict, unlimited, answer }: Endpoint<Body, Query>): void {
	app.route({
		method,
		url: path,
		handler: async (request, reply) => {
			const token = host.authenticate(request);
			const parts = request.params as Record<string, string>;
			const subject = strict === undefined ? undefined : strict === 'application' ? 'application' : parts[strict];
			const error = host.application.errors.take(`${method} ${request.url.split('?')[0].replace(/^\/sendbird(-notifications)?/, '')}`);
			if (error !== undefined) throw error;
			const { fields, files } = method === 'GET' ? { fields: {}, files: [] } : await readBody(request);
			const input = parse(body ?? NOTHING, fields) as z.output<Body>;
			if (unlimited?.(input) !== true) countCall(host, method, path, subject, reply);
			const answered = await answer({
				body: input,
				query: parse(query ?? NOTHING, request.query) as z.output<Query>,
				path: parts,
				files,
				token,
				request,
				reply,
			});
			return await reply.header('content-type', 'application/json; charset=utf-8').send(JSON.stringify(answered ?? {}));
		},
	});
}

/** Turns refusals into Sendbird's envelope. */
export function answerErrors(app: FastifyInstance): void {
	app.setErrorHandler((error: Error & { statusCode?: number }, request, reply) => {
		if (error instanceof SendbirdError) {
			decidedBy(request, error.rule);
			return reply.code(error.status).send(error.body());
		}
		const defect: Rule = { text: `a defect of the sandbox: ${error.stack ?? error.message}`, certainty: 'sandbox' };
		decidedBy(request, defect);
		return reply.code(error.statusCode ?? 500).send(new SendbirdError('500901', defect).body());
	});
	app.setNotFoundHandler((request, reply) => {
		const error = new SendbirdError('400930', RULES.unknownEndpoint, `Unknown endpoint: ${request.method} ${request.url.split('?')[0]}`);
		decidedBy(request, error.rule);
		return reply.code(error.status).send(error.body());
	});
}
