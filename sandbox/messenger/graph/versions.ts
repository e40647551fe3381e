import type { FastifyInstance } from 'fastify';
import { newTraceId } from '../ids';
import { RULES } from '../rules';
import type { MessengerState } from '../state';

const LATEST = 'v26.0';
const LIVING = ['v21.0', 'v22.0', 'v23.0', 'v24.0', 'v25.0', LATEST];

/** `/messenger/v25.0/me` and `/messenger/me` are one route. Batch posts go to the version itself. */
export const withoutVersion = (url: string): string => url.replace(/^(\/messenger)\/v\d+\.\d+(?=$|[/?])\/?/, '$1/');

const SECRET_PARAM = /([?&](?:access_token|input_token|appsecret_proof|verify_token|hub\.verify_token)=)([^&]{0,4})[^&]*/g;

/** A URL as it may be shown. */
export const maskUrl = (url: string): string => url.replace(SECRET_PARAM, '$1$2…');

/** Notes the version, tells of tokens in the query, and keeps them out of the log. */
export function versions(app: FastifyInstance, state: MessengerState): void {
	app.addHook('onRequest', async (request, reply) => {
		// The parsed query is kept by the framework; what is logged is this text.
		request.raw.url = maskUrl(request.url);
		const version = /^\/messenger\/(v\d+\.\d+)(?=$|[/?])/.exec(request.originalUrl)?.[1];
		reply.headers({ 'facebook-api-version': version ?? LATEST, 'x-fb-trace-id': newTraceId(), 'cache-control': 'private, no-cache, no-store, must-revalidate' });
		const query = request.query as Record<string, unknown>;
		if (version === undefined) request.notes.rule = RULES.versionMissing;
		else if (!LIVING.includes(version)) request.notes.rule = RULES.versionEnded;
		else if ('pretty' in query || 'debug' in query || 'date_format' in query) request.notes.rule = RULES.droppedOptions;
		if ('access_token' in query) state.note(`the access token stood in the URL of ${request.method} ${request.url.split('?')[0].slice('/messenger'.length)}`, RULES.tokenInUrl);
	});
	// Faults match routes without a version; the log shows what was called.
	app.addHook('preHandler', async (request) => {
		request.raw.url = maskUrl(request.originalUrl);
	});
}
