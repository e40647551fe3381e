import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { badParam } from './errors';
import { decidedBy, edge, type Call } from './graph';
import { flag, structured } from './params';
import { RULES } from '../rules';
import type { MessengerState } from '../state';

const item = z.object({
	method: z.enum(['GET', 'POST', 'DELETE']),
	relative_url: z.string(),
	/** Form-encoded. */
	body: z.string().optional(),
	name: z.string().optional(),
	depends_on: z.string().optional(),
	omit_response_on_success: z.boolean().optional(),
});

type Item = z.output<typeof item>;

const batchInput = z.object({ batch: structured(z.array(item)), include_headers: flag.default(true) });

interface ItemAnswer {
	code: number;
	headers?: Array<{ name: string; value: string }>;
	/** JSON as text. */
	body: string;
}

const hasOwnToken = ({ relative_url: url, body = '' }: Item): boolean => /[?&]access_token=/.test(url) || new URLSearchParams(body).has('access_token');

/** Each item is a call of its own, in the log and in the limits; without a token of its own it has the batch's, proof included. `null`: it did not answer. */
async function runItem(state: MessengerState, each: Item, { token, params, request }: Call<unknown>, headersToo: boolean): Promise<ItemAnswer | null> {
	const own = hasOwnToken(each);
	const proof = own || params.appsecret_proof === undefined ? '' : `${each.relative_url.includes('?') ? '&' : '?'}appsecret_proof=${String(params.appsecret_proof)}`;
	const execution = request.headers['x-n8n-execution-id'];
	const url = `${state.world.options.baseUrl}/messenger/${each.relative_url.replace(/^\//, '')}${proof}`;
	try {
		const answer = await fetch(url, {
			method: each.method,
			headers: {
				...(own ? {} : { authorization: `Bearer ${token.value}` }),
				...(typeof execution === 'string' ? { 'x-n8n-execution-id': execution } : {}),
				...(each.body === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
			},
			body: each.method === 'GET' ? undefined : each.body,
		});
		const headers = [...answer.headers].map(([name, value]) => ({ name, value }));
		return { code: answer.status, ...(headersToo ? { headers } : {}), body: await answer.text() };
	} catch {
		return null;
	}
}

const SECRET_IN_BATCH = /((?:access_token|appsecret_proof)(?:=|%3D))[^&"\\]+/g;

/** `POST /<version>/` with `batch`: items one after the other; the outer status is 200 whatever happens inside. */
export function batch(app: FastifyInstance, state: MessengerState): void {
	edge(app, state, {
		method: 'POST',
		path: '/',
		input: batchInput,
		async answer(call) {
			const { input, request } = call;
			// Only the log reads it again.
			request.rawBody = Buffer.from(request.rawBody.toString('utf8').replace(SECRET_IN_BATCH, '$1…'));
			const items = input.batch;
			if (items.length === 0 || items.length > 50) throw badParam(`Too many requests in batch message: from 1 to 50, not ${items.length}`, RULES.batchLimit);
			if (items.some(({ relative_url: url, body = '' }) => /(\{|%7B)result(=|%3D)/i.test(url + body))) throw badParam('References to other results are not modelled', RULES.batchReferences);
			const answers: Array<ItemAnswer | null> = [];
			const failed = new Set<string>();
			for (const each of items) {
				if (each.depends_on !== undefined && failed.has(each.depends_on)) {
					if (each.name !== undefined) failed.add(each.name);
					answers.push(null);
					continue;
				}
				const answer = await runItem(state, each, call, input.include_headers);
				const worked = answer !== null && answer.code < 400;
				if (!worked && each.name !== undefined) failed.add(each.name);
				const omitted = worked && each.name !== undefined && (each.omit_response_on_success ?? true);
				answers.push(omitted ? null : answer);
			}
			decidedBy(request, RULES.batchLimit);
			return answers;
		},
	});
}
