import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { BrazeConnect } from '../../control/types';
import { jsonObject } from '../json';
import { customerControl } from './controlCustomers';
import { inboxControl } from './controlInbox';
import { keyControl } from './controlKeys';
import { webhookSendControl } from './controlWebhookSends';
import type { CampaignSettings, CanvasSettings, ConsistencySettings, LimitSettings } from './controlTypes';
import { isPool, POOLS } from '../limits';
import { sandboxRule } from '../rules';
import type { BrazeState } from '../state';

const connect: z.ZodType<BrazeConnect> = z.object({ webhookUrl: z.string().url(), webhookSecret: z.string() });
const settings: z.ZodType<CampaignSettings> = z.object({
	reEligible: z.boolean().optional(),
	status: z.enum(['active', 'stopped', 'archived']).optional(),
	audience: jsonObject.nullable().optional(),
	body: z.string().optional(),
	url: z.string().optional(),
	conversion: z.object({ event: z.string().min(1), properties: jsonObject.optional(), withinSeconds: z.number().positive().optional() }).nullable().optional(),
});
const canvasStatus: z.ZodType<CanvasSettings> = z.object({ status: z.enum(['active', 'stopped', 'archived']) });
const limits: z.ZodType<LimitSettings> = z.object({ pool: z.string(), limit: z.number().int().min(0), windowMs: z.number().positive().optional() });
const consistency: z.ZodType<ConsistencySettings> = z.object({ delayMs: z.number().min(0) });

/** Three days, as the dashboard begins with. */
const USUAL_DEADLINE_SECONDS = 3 * 86_400;

function connectWebhooks(app: FastifyInstance, state: BrazeState): void {
	app.post('/_sandbox/braze/connect', async (request, reply) => {
		const parsed = connect.safeParse(request.body);
		if (!parsed.success) return reply.code(400).send({ error: 'webhookUrl: a URL; webhookSecret: a text' });
		state.connection = parsed.data;
		state.world.events.add({
			vendor: 'braze',
			kind: 'note',
			summary: `the webhook campaigns now post to ${parsed.data.webhookUrl}`,
			rule: sandboxRule('exemption: Braze calls ports 80 and 443 only; addresses of this machine may have any port here'),
		});
		return { ok: true };
	});
}

function campaignSettings(app: FastifyInstance, state: BrazeState): void {
	app.post<{ Params: { id: string } }>('/_sandbox/braze/campaigns/:id', async (request, reply) => {
		const campaign = state.campaign(request.params.id);
		if (!campaign) return reply.code(404).send({ error: `campaigns: ${state.campaigns.map(({ sandboxId }) => sandboxId).join(', ')}` });
		const parsed = settings.safeParse(request.body);
		if (!parsed.success) return reply.code(400).send({ error: parsed.error.issues[0].message });
		const { reEligible, status, audience, body, url, conversion } = parsed.data;
		if (reEligible !== undefined) campaign.reEligibility = reEligible;
		if (status !== undefined) campaign.status = status;
		if (audience !== undefined) campaign.audience = audience;
		if (body !== undefined && campaign.type !== 'api') (campaign.type === 'sms' ? campaign.sms : campaign.webhook).body = body;
		if (url !== undefined && campaign.type === 'webhook') campaign.webhook.url = url;
		if (conversion !== undefined) campaign.conversion = conversion === null ? undefined : { event: conversion.event, properties: conversion.properties ?? {}, withinMs: (conversion.withinSeconds ?? USUAL_DEADLINE_SECONDS) * 1000 };
		campaign.lastEditedAt = Date.now();
		return { ok: true };
	});
}

function canvasSettings(app: FastifyInstance, state: BrazeState): void {
	app.post<{ Params: { id: string } }>('/_sandbox/braze/canvases/:id', async (request, reply) => {
		const canvas = state.messaging.canvases.find(({ id }) => id === request.params.id);
		if (!canvas) return reply.code(404).send({ error: `canvases: ${state.messaging.canvases.map(({ id }) => id).join(', ')}` });
		const parsed = canvasStatus.safeParse(request.body);
		if (!parsed.success) return reply.code(400).send({ error: 'status: active, stopped or archived' });
		canvas.status = parsed.data.status;
		canvas.lastEditedAt = Date.now();
		return { ok: true };
	});
}

function weaknesses(app: FastifyInstance, state: BrazeState): void {
	app.post('/_sandbox/braze/limits', async (request, reply) => {
		const parsed = limits.safeParse(request.body);
		if (!parsed.success || !isPool(parsed.data.pool)) return reply.code(400).send({ error: `pool (${Object.keys(POOLS).join(', ')}), limit, windowMs?` });
		const { pool, limit, windowMs = POOLS[pool].windowMs } = parsed.data;
		state.limits.set(pool, { limit, windowMs });
		return { ok: true };
	});
	app.post('/_sandbox/braze/consistency', async (request, reply) => {
		const parsed = consistency.safeParse(request.body);
		if (!parsed.success) return reply.code(400).send({ error: 'delayMs: 0 or more' });
		state.consistencyDelayMs = parsed.data.delayMs;
		return { ok: true };
	});
}

/** Braze's part of the control API. */
export function control(app: FastifyInstance, state: BrazeState): void {
	customerControl(app, state);
	inboxControl(app, state);
	keyControl(app, state);
	connectWebhooks(app, state);
	campaignSettings(app, state);
	canvasSettings(app, state);
	webhookSendControl(app, state);
	weaknesses(app, state);
}
