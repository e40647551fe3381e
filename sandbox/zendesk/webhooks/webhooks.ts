import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { errorList, recordNotFound } from '../errors';
import { bodyOf, decidedBy, iso, omit, queryOf } from '../http';
import { newSecret, ulid } from '../ids';
import { pageOf } from '../paging';
import { RULES } from '../rules';
import type { ZendeskState } from '../state';
import type { Webhook } from '../types';
import { badWebhook, checkWebhook, webhookInput, type WebhookInput } from './webhookInput';

const envelope = z.object({ webhook: z.record(z.unknown()) });

const secretOf = ({ secret }: Webhook) => ({ algorithm: 'SHA256', secret });

/** Secrets of the authentication are never shown. */
export function presentWebhook(webhook: Webhook) {
	const { authentication } = webhook;
	return {
		...omit(webhook, 'secret', 'authentication'),
		...(authentication ? { authentication: { type: authentication.type, add_position: authentication.add_position } } : {}),
		created_at: iso(webhook.created_at),
		created_by: String(webhook.created_by),
		updated_at: iso(webhook.updated_at),
		updated_by: String(webhook.updated_by),
	};
}

export function findWebhook(state: ZendeskState, request: FastifyRequest): Webhook {
	const { id } = request.params as { id: string };
	const webhook = state.webhooks.get(id);
	if (webhook === undefined) throw recordNotFound();
	return webhook;
}

function parse(sent: Record<string, unknown>, standing?: Webhook): WebhookInput {
	const parsed = webhookInput.safeParse(sent);
	if (!parsed.success) throw badWebhook(parsed.error);
	checkWebhook(parsed.data, standing);
	return parsed.data;
}

const isLoopback = (endpoint: string): boolean => /^(localhost|127\.|\[::1\])/.test(new URL(endpoint).host);

export function webhookRoutes(app: FastifyInstance, state: ZendeskState): void {
	const write = (webhook: Webhook, input: WebhookInput, request: FastifyRequest) => {
		if (isLoopback(input.endpoint)) decidedBy(request, RULES.webhookLoopback);
		const { authentication, custom_headers: headers, description } = input;
		Object.assign(webhook, input, {
			authentication: authentication ?? null,
			custom_headers: headers ?? null,
			description: description ?? null,
			updated_at: Date.now(),
			updated_by: request.actor.id,
		});
		request.notes.summary = `webhook "${webhook.name}" ${request.method === 'POST' ? 'created' : 'changed'}`;
	};

	app.get('/webhooks', async (request) => {
		const query = queryOf(request);
		const words = query['filter[name_contains]']?.toLowerCase();
		const status = query['filter[status]'];
		const found = [...state.webhooks.values()].filter(
			(webhook) => (words === undefined || webhook.name.toLowerCase().includes(words)) && (status === undefined || webhook.status === status),
		);
		const { items, frame } = pageOf(request, found, {
			baseUrl: state.world.options.baseUrl,
			cursorOnly: true,
			id: ({ id }: Webhook) => id,
			sortBy: { created_at: ({ created_at: at }) => at, name: ({ name }) => name, status: ({ status: each }) => each },
		});
		return { webhooks: items.map(presentWebhook), ...frame };
	});

	app.get('/webhooks/:id', async (request) => ({ webhook: presentWebhook(findWebhook(state, request)) }));

	app.post('/webhooks', async (request, reply) => {
		const { clone_webhook_id: cloneId } = queryOf(request);
		const model = cloneId === undefined ? undefined : state.webhooks.get(cloneId);
		if (cloneId !== undefined && model === undefined) throw recordNotFound();
		const input = parse(model === undefined ? bodyOf(request, envelope).webhook : { ...model, name: `${model.name} (Clone)` });
		const { maxWebhooks } = state.settings;
		if (maxWebhooks > 0 && state.webhooks.size >= maxWebhooks) {
			throw errorList(400, 'WebhookLimitExceeded', `the account holds at most ${maxWebhooks} webhooks`, RULES.webhooksFull);
		}
		const now = Date.now();
		const webhook: Webhook = {
			...input,
			id: ulid(),
			description: null,
			authentication: null,
			custom_headers: null,
			secret: newSecret(),
			created_at: now,
			created_by: request.actor.id,
			updated_at: now,
			updated_by: request.actor.id,
		};
		write(webhook, input, request);
		state.webhooks.set(webhook.id, webhook);
		return await reply.code(201).send({ webhook: { ...presentWebhook(webhook), signing_secret: secretOf(webhook) } });
	});

	app.put('/webhooks/:id', async (request, reply) => {
		const webhook = findWebhook(state, request);
		write(webhook, parse(bodyOf(request, envelope).webhook, webhook), request);
		return await reply.code(204).send();
	});

	app.patch('/webhooks/:id', async (request, reply) => {
		const webhook = findWebhook(state, request);
		write(webhook, parse({ ...webhook, ...bodyOf(request, envelope).webhook }, webhook), request);
		return await reply.code(204).send();
	});

	app.delete('/webhooks/:id', async (request, reply) => {
		const webhook = findWebhook(state, request);
		state.webhooks.delete(webhook.id);
		request.notes.summary = `webhook "${webhook.name}" deleted`;
		return await reply.code(204).send();
	});

	app.get('/webhooks/:id/signing_secret', async (request) => ({ signing_secret: secretOf(findWebhook(state, request)) }));

	app.post('/webhooks/:id/signing_secret', async (request, reply) => {
		const webhook = findWebhook(state, request);
		webhook.secret = newSecret();
		request.notes.summary = `webhook "${webhook.name}" has a new secret`;
		return await reply.code(201).send({ signing_secret: secretOf(webhook) });
	});
}
