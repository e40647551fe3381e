import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { recordNotFound } from '../errors';
import { bodyOf, queryOf } from '../http';
import { ulid } from '../ids';
import { PUBLIC_TEST_KEY } from './signature';
import type { ZendeskState } from '../state';
import { signedHeaders } from './webhookDelivery';
import { badWebhook, webhookInput } from './webhookInput';

const body = z.object({ request: z.record(z.unknown()).default({}) });

const testRequest = webhookInput
	.pick({ endpoint: true, http_method: true, request_format: true })
	.extend({ payload: z.string().default('') });

/** `POST /webhooks/test`: one request, answered with what came back. Before a webhook exists the public test secret signs. */
export function webhookTestRoutes(app: FastifyInstance, state: ZendeskState): void {
	app.post('/webhooks/test', async (request) => {
		const { webhook_id: id } = queryOf(request);
		const standing = id === undefined ? undefined : state.webhooks.get(id);
		if (id !== undefined && standing === undefined) throw recordNotFound();
		const parsed = testRequest.safeParse({ ...standing, ...bodyOf(request, body).request });
		if (!parsed.success) throw badWebhook(parsed.error);
		const { endpoint, http_method: method, request_format: format, payload } = parsed.data;
		const signer = standing ?? { id: ulid(), secret: PUBLIC_TEST_KEY, request_format: format, authentication: null, custom_headers: null };
		request.notes.summary = `test of ${standing ? `webhook "${standing.name}"` : endpoint}`;
		try {
			const answer = await fetch(endpoint, {
				method,
				headers: signedHeaders({ ...signer, account_id: state.account.id, request_format: format }, ulid(), payload),
				body: payload === '' || method === 'GET' ? undefined : payload,
				redirect: 'manual',
				signal: AbortSignal.timeout(state.limits.webhookTimeoutMs),
			});
			const headers = [...answer.headers].map(([key, value]) => ({ key, value }));
			return { response: { status: answer.status, headers, payload: await answer.text() } };
		} catch (error) {
			const timedOut = (error as { name?: unknown }).name === 'TimeoutError';
			return { response: { status: timedOut ? 504 : 502, headers: [], payload: String(error) } };
		}
	});
}
