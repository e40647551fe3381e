import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { ControlError, post } from './controlInput';
import type { NewWebhook, WebhookRefused } from './controlTypes';
import type { CleverTapState } from '../state';
import type { DashboardWebhook } from '../types';
import { createWebhook } from '../webhooks/webhooks';

const auth = z.object({ type: z.enum(['none', 'basic']), username: z.string().optional(), password: z.string().optional() });

const webhookFields = {
	name: z.string().min(1),
	method: z.enum(['POST', 'GET', 'PUT', 'DELETE']).default('POST'),
	url: z.string().refine((url) => URL.canParse(url), 'a URL'),
	headers: z.record(z.string()).default({}),
	auth: auth.default({ type: 'none' }),
	contentType: z.enum(['application/json', 'text/plain']).default('application/json'),
	bodyKind: z.enum(['profile variables', 'custom']).default('profile variables'),
};
const newWebhook = z.object(webhookFields).strict() satisfies z.ZodType<unknown, z.ZodTypeDef, NewWebhook>;

/** A webhook as it may be shown: values of headers and the password may be secrets. */
const shown = ({ headers, auth: { type, username }, ...rest }: DashboardWebhook): object => ({ ...rest, headers: Object.keys(headers), auth: { type, username } });

/** Settings > Channels > Webhooks. */
export function webhookControl(app: FastifyInstance, state: CleverTapState): void {
	app.get('/_sandbox/clevertap/webhooks', async () => ({ webhooks: [...state.webhooks.values()].map(shown) }));
	post(app, '/webhooks', newWebhook, async (input) => {
		const webhook: DashboardWebhook = { ...input, createdAt: Date.now() };
		const { status, body } = await createWebhook(state, webhook);
		if (status === 200) return { status: 201, body: shown(webhook) };
		const refused: WebhookRefused = { error: `the test call must be answered 200; ${status === 0 ? body : `it was answered ${status}`}`, status };
		return { status: 422, body: refused };
	});
	app.delete<{ Params: { name: string } }>('/_sandbox/clevertap/webhooks/:name', async ({ params }) => {
		if (!state.webhooks.delete(params.name)) throw new ControlError(404, `no webhook ${params.name}`);
		return { ok: true };
	});
}
