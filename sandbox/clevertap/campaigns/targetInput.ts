import { z } from 'zod';
import { timeOf } from '../queries/dates';
import { badRequest } from '../errors';
import { parse } from '../http';
import { anyJsonObject, type JsonObject } from '../json';
import { RULES } from '../rules';
import type { CleverTapState } from '../state';
import { CHANNELS, type Audience, type Channel, type Millis } from '../types';
import { where } from './where';

/** `when` of a push campaign may be an object. */
const whenObject = z.object({ type: z.enum(['now', 'later']), delivery_date_time: z.array(z.string()).optional() });

const input = z.object({
	name: z.string().min(1),
	target_mode: z.enum(CHANNELS).default('push'),
	where: where.optional(),
	segment: z.union([z.literal('all'), z.number().int(), z.string().regex(/^\d+$/).transform(Number)]).optional(),
	content: anyJsonObject.optional(),
	devices: z.array(z.string()).optional(),
	when: z.union([z.string(), whenObject]).default('now'),
	provider_nick_name: z.string().optional(),
	webhook_endpoint_name: z.string().optional(),
	webhook_fields: z.array(z.string()).optional(),
	webhook_key_value: z.record(z.coerce.string()).default({}),
	labels: z.array(z.string()).default([]),
	conversion_goal: z.object({ event_name: z.string() }).passthrough().optional(),
	estimate_only: z.boolean().default(false),
	skip_estimate: z.boolean().default(false),
});

type Input = z.output<typeof input>;

/** These go out by a provider of the account. */
export const BY_PROVIDER: readonly Channel[] = ['email', 'sms', 'whatsapp'];

function whenOf(when: Input['when']): Millis {
	const text = typeof when === 'string' ? when : when.type === 'now' ? 'now' : (when.delivery_date_time?.[0] ?? '');
	const at = timeOf(text);
	if (at === undefined) throw badRequest('when: now, or YYYYMMDD HH:MM', RULES.targetNeeds);
	return at;
}

function checkContent({ target_mode: channel, content }: Input): JsonObject {
	if (channel === 'webhook') return content ?? {};
	if (content === undefined) throw badRequest('content is missing', RULES.targetNeeds);
	const needed = { push: ['title', 'body'], webpush: ['title', 'body'], email: ['subject', 'body'], sms: ['body'], whatsapp: [] }[channel];
	const missing = needed.find((key) => content[key] === undefined);
	if (missing !== undefined) throw badRequest(`content.${missing} is missing`, RULES.targetNeeds);
	return content;
}

/** What a create or estimate call asks for. */
export interface Target {
	channel: Channel;
	audience: Audience;
	content: JsonObject;
	at: Millis;
	input: Input;
}

/** Reads `targets/create.json`. */
export function targetOf(state: CleverTapState, body: JsonObject): Target {
	const asked = parse(input, body, RULES.targetNeeds);
	const channel = asked.target_mode;
	if (asked.where !== undefined && asked.segment !== undefined) throw badRequest('where and segment cannot go together', RULES.targetNeeds);
	if (BY_PROVIDER.includes(channel) && asked.provider_nick_name === undefined) throw badRequest('provider_nick_name is missing', RULES.targetProvider);
	if (channel === 'webhook' && !state.webhooks.has(asked.webhook_endpoint_name ?? '')) {
		throw badRequest(`webhook_endpoint_name: no webhook ${asked.webhook_endpoint_name ?? ''}`.trim(), RULES.targetWebhook);
	}
	return { channel, audience: { segment: asked.segment, where: asked.where }, content: checkContent(asked), at: whenOf(asked.when), input: asked };
}
