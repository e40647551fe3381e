/* eslint-disable @n8n/community-nodes/no-restricted-globals -- the sandbox is a server of its own, not a node */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Fault, Rule, VendorName } from '../control/types';
import { maskBody, maskHeaders, maskUrl } from './mask';
import type { World } from './world';

/** What a vendor notes on a request while it answers, for the log. */
export interface CallNotes {
	summary?: string;
	customer?: string;
	rule?: Rule;
}

declare module 'fastify' {
	interface FastifyRequest {
		/** The body's bytes as they came; empty where there were none. */
		rawBody: Buffer;
		notes: CallNotes;
		startedAt: number;
		fault?: Fault;
	}
}

export interface PretendedVendor {
	name: VendorName;
	/** Where it is mounted, `/zendesk`; the vendor's own paths follow. */
	prefix: string;
	/** Other spellings of a URL that mean the same route (Zendesk's `.json`), made one before routing. Prefix included. */
	canonicalUrl?: (url: string) => string;
	/** The vendor's own way of saying this status when a fault asks for it. */
	faultAnswer: (status: number, retryAfter?: number) => { headers: Record<string, string>; body: unknown };
	/** The vendor's API. Paths are the vendor's own (the prefix is added). */
	routes: (app: FastifyInstance) => void;
	/** The vendor's part of the control API; paths begin with `/_sandbox/`. */
	control?: (app: FastifyInstance) => void;
}

/** Bodies stay raw bytes; a route parses with {@link jsonBody} so that each vendor can refuse broken JSON in its own words. */
function keepRawBodies(app: FastifyInstance): void {
	app.removeAllContentTypeParsers();
	app.addContentTypeParser('*', { parseAs: 'buffer' }, (request, body, done) => {
		request.rawBody = body as Buffer;
		done(null, body);
	});
}

/** The parsed JSON body, or undefined where the bytes are not JSON. An empty body is an empty object. */
export function jsonBody(request: FastifyRequest): unknown {
	if (request.rawBody.length === 0) return {};
	try {
		return JSON.parse(request.rawBody.toString('utf8'));
	} catch {
		return undefined;
	}
}

function cut(reply: FastifyReply): void {
	reply.hijack();
	reply.raw.destroy();
}

function applyFaults(scope: FastifyInstance, world: World, vendor: PretendedVendor): void {
	scope.addHook('preHandler', async (request, reply) => {
		const path = request.url.slice(vendor.prefix.length).split('?')[0];
		const fault = world.faults.take(vendor.name, `${request.method} ${path}`);
		if (fault === undefined) return;
		request.fault = fault;
		request.notes.rule = { text: `fault switched on: ${JSON.stringify(fault)}`, certainty: 'sandbox' };
		if (fault.delayMs) await new Promise((resolve) => setTimeout(resolve, fault.delayMs));
		if (fault.reset === 'before') {
			logCall(world, vendor, request, 0, {}, 'connection cut before it acted');
			cut(reply);
		} else if (fault.status !== undefined) {
			const answer = vendor.faultAnswer(fault.status, fault.retryAfter);
			return reply.code(fault.status).headers(answer.headers).send(answer.body);
		}
	});
}

function logCall(
	world: World,
	vendor: PretendedVendor,
	request: FastifyRequest,
	status: number,
	headers: Record<string, unknown>,
	body: string,
): void {
	const path = maskUrl(request.url.slice(vendor.prefix.length));
	const executionId = request.headers['x-n8n-execution-id'];
	world.events.add({
		vendor: vendor.name,
		kind: 'request',
		summary: request.notes.summary ?? `${request.method} ${path.split('?')[0]} → ${status || 'cut'}`,
		customer: request.notes.customer,
		executionId: typeof executionId === 'string' ? executionId : undefined,
		request: {
			method: request.method,
			path,
			headers: maskHeaders(request.headers),
			body: maskBody(request.rawBody.toString('utf8')),
		},
		response: { status, headers: maskHeaders(headers), body: maskBody(body) },
		rule: request.notes.rule,
		tookMs: Date.now() - request.startedAt,
	});
}

/** Mounts a vendor: raw bodies, faults, and one log line a call. */
export function mountVendor(app: FastifyInstance, world: World, vendor: PretendedVendor): void {
	void app.register(
		async (scope) => {
			keepRawBodies(scope);
			scope.addHook('onRequest', async (request) => {
				request.rawBody = Buffer.alloc(0);
				request.notes = {};
				request.startedAt = Date.now();
			});
			applyFaults(scope, world, vendor);
			scope.addHook('onSend', async (request, reply, payload) => {
				const body = typeof payload === 'string' ? payload : (payload?.toString() ?? '');
				if (request.fault?.reset === 'after') {
					logCall(world, vendor, request, 0, {}, `acted, then the connection was cut; lost answer: ${body}`);
					cut(reply);
					return payload;
				}
				logCall(world, vendor, request, reply.statusCode, reply.getHeaders(), body);
				return payload;
			});
			vendor.routes(scope);
		},
		{ prefix: vendor.prefix },
	);
	if (vendor.control) vendor.control(app);
}
