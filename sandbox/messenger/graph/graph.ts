import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { Rule } from '../../control/types';
import { authenticate, checkProof, pageOf, requirePermission } from './auth';
import { badParam, GraphError } from './errors';
import { parse, readParams, type Params, type UploadedFile } from './params';
import { RULES } from '../rules';
import type { MessengerState } from '../state';
import type { App, Page, Permission, Token } from '../types';

/** A call that got through authentication. */
export interface Call<Input> {
	input: Input;
	/** Everything that was sent, unread. */
	params: Params;
	file?: UploadedFile;
	token: Token;
	app: App;
	/** Parts of the path. */
	path: Record<string, string>;
	request: FastifyRequest;
	reply: FastifyReply;
}

export interface PageCall<Input> extends Call<Input> {
	page: Page;
}

interface EdgeBase<Schema extends z.ZodTypeAny> {
	method: 'GET' | 'POST' | 'DELETE';
	/** Without version; `:node` is `me` or an id. */
	path: string;
	/** One of these is enough; none where any token will do. */
	permissions?: Permission[];
	input: Schema;
}

export interface Edge<Schema extends z.ZodTypeAny> extends EdgeBase<Schema> {
	answer: (call: Call<z.output<Schema>>) => unknown;
}

export interface PageEdge<Schema extends z.ZodTypeAny> extends EdgeBase<Schema> {
	answer: (call: PageCall<z.output<Schema>>) => unknown;
}

/** Notes which rule decided the answer. */
export const decidedBy = (request: FastifyRequest, rule: Rule): void => {
	request.notes.rule = rule;
};

function countCall(state: MessengerState, app: App, page: Page | undefined, reply: FastifyReply): void {
	if (page === undefined) return;
	const engaged = state.on(page).filter(({ startedAt }) => startedAt !== undefined).length;
	const { headers, refused } = state.usage.countCall(app.id, page.id, engaged);
	void reply.headers(headers);
	if (refused !== undefined) throw refused;
}

/** Any call with a living token. */
export function edge<Schema extends z.ZodTypeAny>(app: FastifyInstance, state: MessengerState, { method, path, permissions = [], input, answer }: Edge<Schema>): void {
	app.route({
		method,
		url: path,
		handler: async (request, reply) => {
			const { params, file, broken } = await readParams(request);
			if (broken) decidedBy(request, RULES.badJson);
			const token = authenticate(state, request, params);
			const caller = state.apps.get(token.appId);
			if (caller === undefined) throw new Error(`token of an unknown app ${token.appId}`);
			checkProof(caller, token, request, params);
			countCall(state, caller, token.pageId === undefined ? undefined : state.pages.get(token.pageId), reply);
			requirePermission(token, ...permissions);
			const error = state.errors.take(`${method} ${path.split('/').at(-1) === ':node' ? (request.params as { node: string }).node : path.split('/').at(-1)}`);
			if (error !== undefined && !error.acted) throw error.error;
			const body = await answer({ input: parse(input, params), params, file, token, app: caller, path: request.params as Record<string, string>, request, reply });
			if (error !== undefined) throw error.error;
			return await reply.send(body);
		},
	});
}

/** A call on `/me/…` or `/<PAGE_ID>/…` with that Page's token. */
export function pageEdge<Schema extends z.ZodTypeAny>(app: FastifyInstance, state: MessengerState, { answer, ...rest }: PageEdge<Schema>): void {
	edge(app, state, { ...rest, answer: (call) => answer({ ...call, page: pageOf(state, call.token, call.path.node) }) });
}

/** These fields of an object, `id` always; an unknown one makes the whole read fail. */
export function pickFields(whole: Record<string, unknown>, fields: string[] | undefined, kind: string): Record<string, unknown> {
	if (fields === undefined) return whole;
	const unknown = fields.find((field) => !(field in whole));
	if (unknown !== undefined) throw badParam(`Tried accessing nonexisting field (${unknown}) on node type (${kind})`, RULES.unknownField);
	const wanted = Object.entries(whole).filter(([name]) => name === 'id' || fields.includes(name));
	return Object.fromEntries(wanted.filter(([, value]) => value !== undefined));
}

/** The address of the page behind a cursor. Graph writes the token into it. */
function nextAddress({ token, request }: Pick<Call<unknown>, 'token' | 'request'>, after: string): string {
	const url = new URL(request.originalUrl, `${request.protocol}://${request.host}`);
	url.searchParams.set('access_token', token.value);
	url.searchParams.set('after', after);
	return url.href;
}

const cursorOf = ({ id }: { id: string }): string => Buffer.from(id).toString('base64url');

/** A list with cursors; an empty one has none. Only `next` says that there is more: https://developers.facebook.com/docs/graph-api/results (a nested list, which has no call of its own, has none here). */
export function listOf<Item extends { id: string }>(items: Item[], { after, limit = 25 }: { after?: string; limit?: number }, call?: Pick<Call<unknown>, 'token' | 'request'>): Record<string, unknown> {
	const start = after === undefined ? 0 : items.findIndex((item) => cursorOf(item) === after) + 1;
	const data = items.slice(start, start + limit);
	if (data.length === 0) return { data };
	const last = cursorOf(data[data.length - 1]);
	const more = call !== undefined && start + limit < items.length ? { next: nextAddress(call, last) } : {};
	return { data, paging: { cursors: { before: cursorOf(data[0]), after: last }, ...more } };
}

/** Turns refusals into Graph's envelope. */
export function answerErrors(app: FastifyInstance, state: MessengerState): void {
	app.setErrorHandler((error: Error & { statusCode?: number }, request, reply) => {
		if (error instanceof GraphError) {
			decidedBy(request, error.rule);
			return reply.code(state.settings.errorStatus ?? error.status).send(error.body());
		}
		const defect: Rule = { text: `a defect of the sandbox: ${error.stack ?? error.message}`, certainty: 'sandbox' };
		decidedBy(request, defect);
		return reply.code(error.statusCode ?? 500).send(new GraphError('1', defect).body());
	});
	app.setNotFoundHandler((request, reply) => {
		const error = new GraphError('2500', RULES.unknownPath, `Unknown path components: ${request.url.split('?')[0]}`);
		decidedBy(request, error.rule);
		return reply.code(error.status).send(error.body());
	});
}
