import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { WebhookCampaign } from '../campaigns/campaign';
import type { Canvas } from '../canvas/canvas';
import { enterCanvas } from '../canvas/enter';
import type { WebhookSend, WebhookSent } from './controlTypes';
import { notEligible, noteNotSent } from '../campaigns/eligibility';
import { newDispatchId } from '../ids';
import { campaignSource } from '../messages/liquidContext';
import { sendWebhookMessage } from '../messages/webhook';
import type { WebhookObject } from '../messages/webhookObject';
import type { Profile } from '../users/profile';
import type { BrazeState } from '../state';

const input: z.ZodType<WebhookSend> = z
	.object({ name: z.string().min(1), as: z.enum(['campaign', 'canvas']), url: z.string(), headers: z.record(z.string()), body: z.string(), to: z.array(z.string().min(1)).min(1) })
	.strict();

const idOf = ({ as, name }: WebhookSend): string => `${as}-${name.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`;

function launchedCampaign(state: BrazeState, send: WebhookSend, webhook: WebhookObject): WebhookCampaign {
	const id = idOf(send);
	const now = Date.now();
	const before = state.campaign(id);
	const setup = {
		sandboxId: id, type: 'webhook', name: send.name, delivery: { type: 'scheduled' }, reEligibility: true, audience: null, deliveryNotes: 'Made and launched in the dashboard.',
		webhook: { url: webhook.url, method: webhook.request_method, headers: send.headers, body: send.body },
	} as const;
	if (before?.type === 'webhook') return Object.assign(before, setup, { lastEditedAt: now });
	const campaign: WebhookCampaign = { ...setup, status: 'active', createdAt: now, lastEditedAt: now };
	state.campaigns.push(campaign);
	return campaign;
}

function launchedCanvas(state: BrazeState, send: WebhookSend, webhook: WebhookObject): Canvas {
	const id = idOf(send);
	const now = Date.now();
	const variants = [{ id: `${id}-variant-1`, name: 'Variant 1', share: 100, steps: [{ id: `${id}-step`, name: 'Webhook', messageId: `${id}-message`, channel: 'webhook' as const, webhook }] }];
	const before = state.messaging.canvases.find((canvas) => canvas.id === id);
	if (before) return Object.assign(before, { variants, lastEditedAt: now });
	const canvas: Canvas = {
		id, name: send.name, description: 'Made and launched in the dashboard.', status: 'active', entry: { type: 'api_triggered' }, audience: null, variants, entries: [], createdAt: now, lastEditedAt: now,
	};
	state.messaging.canvases.push(canvas);
	return canvas;
}

async function sendOne(state: BrazeState, owner: WebhookCampaign | Canvas, webhook: WebhookObject, profile: Profile, dispatchId: string): Promise<void> {
	const at = Date.now();
	if (!('sandboxId' in owner)) return await enterCanvas(state, owner, profile, { dispatchId, at });
	const refused = notEligible(owner, profile, profile.data);
	if (refused) return noteNotSent(state, owner, profile, refused);
	await sendWebhookMessage(state, webhook, { profile, source: campaignSource(owner), dispatchId, at });
}

/** A webhook campaign or Canvas from the marketer's hand: what no endpoint of Braze's can make. */
export function webhookSendControl(app: FastifyInstance, state: BrazeState): void {
	app.post('/_sandbox/braze/webhook-sends', async (request, reply) => {
		const parsed = input.safeParse(request.body);
		if (!parsed.success) return await reply.code(400).send({ error: `${parsed.error.issues[0].path.join('.')}: ${parsed.error.issues[0].message}` });
		const send = parsed.data;
		const people: Profile[] = [];
		for (const id of send.to) {
			const profile = state.byExternalId(id) ?? state.byBrazeId(id);
			if (profile === undefined) return await reply.code(404).send({ error: `no customer ${id}` });
			people.push(profile);
		}
		const { webhookSecret = '' } = state.connection ?? {};
		const headers = Object.fromEntries(Object.entries(send.headers).map(([name, value]) => [name, value.replace('<YOUR_WEBHOOK_SECRET>', webhookSecret)]));
		const webhook: WebhookObject = { url: send.url, request_method: 'POST', request_headers: headers, body: send.body };
		const owner = send.as === 'campaign' ? launchedCampaign(state, send, webhook) : launchedCanvas(state, send, webhook);
		const dispatchId = newDispatchId();
		for (const profile of people) state.enqueue(async () => await sendOne(state, owner, webhook, profile, dispatchId), profile);
		return await reply.code(202).send({ id: idOf(send) } satisfies WebhookSent);
	});
}
