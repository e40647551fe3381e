import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { Rule } from '../control/types';
import { jsonBody } from '../core/vendor';
import { invalidAttribute, ZendeskError } from './errors';
import { RULES } from './rules';
import type { User } from './types';

declare module 'fastify' {
	interface FastifyRequest {
		/** The user that the call acts as; set by the authentication. */
		actor: User;
	}
}

export type Query = Partial<Record<string, string>>;

/** Notes which rule decided the answer. */
export const decidedBy = (request: FastifyRequest, rule: Rule): void => {
	request.notes.rule = rule;
};

/** ISO time in whole seconds, as in every answer of the API. */
export const iso = (ms: number): string => `${new Date(ms).toISOString().slice(0, 19)}Z`;

/** A copy without these keys. */
export function omit<Whole extends object, Key extends keyof Whole>(whole: Whole, ...keys: Key[]): Omit<Whole, Key> {
	const rest = { ...whole };
	for (const key of keys) delete rest[key];
	return rest;
}

export const queryOf = (request: FastifyRequest): Query => request.query as Query;

/** An id of the path; Zendesk names the controller that refused it. */
export function integerId(request: FastifyRequest, name = 'id'): number {
	const text = (request.params as Query)[name] ?? '';
	if (!/^\d+$/.test(text)) {
		const route = request.routeOptions.url?.replace(/^\/zendesk\/|\/:[a-z_]+/g, '') ?? '';
		throw invalidAttribute('id', `must be an integer from ${route}/show`, RULES.integerId);
	}
	return Number(text);
}

/** `?ids=1,2,3` */
export const listOf = (text: string | undefined): string[] =>
	(text ?? '').split(',').map((part) => part.trim()).filter((part) => part !== '');

/** The JSON body, parsed by the schema. Unknown keys are dropped, as Zendesk drops them. */
export function bodyOf<Schema extends z.ZodTypeAny>(request: FastifyRequest, schema: Schema): z.output<Schema> {
	const json = jsonBody(request);
	if (json === undefined) {
		throw new ZendeskError(400, { error: 'Unprocessable Entity', message: 'Server could not parse JSON' }, RULES.badJson);
	}
	const parsed = schema.safeParse(json);
	if (parsed.success) return parsed.data;
	const [issue] = parsed.error.issues;
	throw invalidAttribute(issue.path.join('.') || 'body', `is not valid: ${issue.message}`, RULES.badShape);
}

/** Answers thrown errors in Zendesk's shapes, and unknown paths where the scope owns all paths below it. */
export function answerErrors(app: FastifyInstance, ownsPaths = true): void {
	app.setErrorHandler((error, request, reply) => {
		if (error instanceof ZendeskError) {
			decidedBy(request, error.rule);
			return reply.code(error.status).headers(error.headers).send(error.body);
		}
		const status = (error as { statusCode?: number }).statusCode ?? 500;
		const description = error instanceof Error ? error.message : String(error);
		return reply.code(status).send({ error: status < 500 ? 'InvalidRequest' : 'InternalError', description });
	});
	if (ownsPaths) app.setNotFoundHandler((request, reply) => {
		decidedBy(request, RULES.unknownPath);
		return reply.code(404).send({ error: 'InvalidEndpoint', description: 'Not found' });
	});
}
