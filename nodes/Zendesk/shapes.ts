import { z } from '../shared/schema';

/** The parts of Zendesk's records that we read; all else passes through. */
export const ticketShape = z
	.object({
		id: z.number(),
		status: z.string(),
		external_id: z.string().nullable().optional(),
		requester_id: z.number(),
		updated_at: z.string(),
	})
	.passthrough();
export type Ticket = z.infer<typeof ticketShape>;

export const userShape = z
	.object({
		id: z.number(),
		name: z.string().nullish(),
		email: z.string().nullish(),
		phone: z.string().nullish(),
		external_id: z.string().nullish(),
		role: z.string().optional(),
		user_fields: z.record(z.unknown()).nullish(),
	})
	.passthrough();
export type User = z.infer<typeof userShape>;

export const auditShape = z
	.object({
		id: z.number(),
		created_at: z.string(),
		metadata: z.object({ custom: z.record(z.unknown()).nullish() }).passthrough().nullish(),
		events: z.array(z.object({ id: z.number().optional(), type: z.string().optional() }).passthrough()).default([]),
	})
	.passthrough();
export type Audit = z.infer<typeof auditShape>;

export const webhookShape = z
	.object({
		id: z.string(),
		name: z.string(),
		endpoint: z.string(),
		status: z.string().optional(),
		subscriptions: z.array(z.string()).default([]),
		http_method: z.string().optional(),
		request_format: z.string().optional(),
		description: z.string().nullish(),
		authentication: z.object({ type: z.string() }).passthrough().nullish(),
	})
	.passthrough();
export type Webhook = z.infer<typeof webhookShape>;

/** `meta` of cursor paging. */
export const cursorShape = z.object({ meta: z.object({ has_more: z.boolean(), after_cursor: z.string().nullish() }) });

export const jobShape = z
	.object({
		id: z.string(),
		status: z.string(),
		message: z.string().nullish(),
		total: z.number().nullish(),
		progress: z.number().nullish(),
		results: z.unknown().optional(),
	})
	.passthrough();
export type Job = z.infer<typeof jobShape>;

export const categoryShape = z.object({ id: z.coerce.string(), name: z.string() }).passthrough();
export type TriggerCategory = z.infer<typeof categoryShape>;

export const conditionShape = z.object({ field: z.string(), operator: z.string().nullish(), value: z.unknown().optional() });
export type Condition = z.infer<typeof conditionShape>;

export const actionShape = z.object({ field: z.string(), value: z.unknown() });
export type Action = z.infer<typeof actionShape>;

export const triggerShape = z
	.object({
		id: z.coerce.string(),
		title: z.string(),
		active: z.boolean().default(true),
		description: z.string().nullish(),
		category_id: z.coerce.string().nullish(),
		conditions: z.object({ all: z.array(conditionShape).default([]), any: z.array(conditionShape).default([]) }).default({}),
		actions: z.array(actionShape).default([]),
	})
	.passthrough();
export type Trigger = z.infer<typeof triggerShape>;

export const userFieldShape = z.object({ id: z.number(), key: z.string(), title: z.string(), type: z.string(), active: z.boolean().optional() }).passthrough();
export type UserField = z.infer<typeof userFieldShape>;
