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
	.object({ id: z.string(), name: z.string(), endpoint: z.string(), status: z.string().optional(), subscriptions: z.array(z.string()).default([]) })
	.passthrough();
export type Webhook = z.infer<typeof webhookShape>;

/** `meta` of cursor paging. */
export const cursorShape = z.object({ meta: z.object({ has_more: z.boolean(), after_cursor: z.string().nullish() }) });
