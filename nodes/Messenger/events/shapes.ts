import { z } from '../../shared/schema';

/** Ids come as texts, some as numbers. */
export const idText = z.union([z.string(), z.number()], { errorMap: () => ({ message: 'an ID is neither text nor number' }) }).transform(String);

/** ms; beyond this JavaScript knows no dates. */
const moment = z.number().int().min(0).max(8.64e15);

const party = z.object({ id: idText.optional(), user_ref: z.string().optional() }).passthrough();

/** What all events share. `policy_enforcement` has no sender. */
export const eventShape = z.object({ sender: party.nullish(), recipient: party.nullish(), timestamp: moment.nullish() }).passthrough();
export type MessagingEvent = z.infer<typeof eventShape>;

/** `fallback` attachments may have no payload. Types that we do not know pass. */
const attachmentShape = z.object({ type: z.string(), payload: z.object({ url: z.string().nullish() }).passthrough().nullish() }).passthrough();

export const messageShape = z
	.object({
		mid: z.string(),
		text: z.string().nullish(),
		attachments: z.array(attachmentShape).nullish(),
		quick_reply: z.object({ payload: z.string().nullish() }).passthrough().nullish(),
		reply_to: z.object({ mid: z.string().nullish() }).passthrough().nullish(),
		is_echo: z.boolean().nullish(),
		is_deleted: z.boolean().nullish(),
		app_id: idText.nullish(),
		metadata: z.string().nullish(),
	})
	.passthrough();
export type Message = z.infer<typeof messageShape>;

export const referralShape = z.object({ ref: z.string().nullish(), source: z.string().nullish(), type: z.string().nullish(), ad_id: idText.nullish() }).passthrough();

/** In standby there is no payload; `mid` is not always there. */
export const postbackShape = z.object({ mid: z.string().nullish(), title: z.string().nullish(), payload: z.string().nullish(), referral: referralShape.nullish() }).passthrough();

export const editShape = z.object({ mid: z.string(), text: z.string().nullish(), num_edit: z.coerce.number().nullish() }).passthrough();
export const reactionShape = z.object({ mid: z.string(), action: z.string(), reaction: z.string().nullish(), emoji: z.string().nullish() }).passthrough();
export const deliveryShape = z.object({ mids: z.array(z.string()).nullish(), watermark: moment }).passthrough();
export const readShape = z.object({ watermark: moment }).passthrough();
export const optinShape = z.object({ ref: z.string().nullish(), user_ref: z.string().nullish(), type: z.string().nullish(), notification_messages_token: z.string().nullish() }).passthrough();

export const controlShape = z
	.object({ previous_owner_app_id: idText.nullish(), new_owner_app_id: idText.nullish(), requested_owner_app_id: idText.nullish(), metadata: z.string().nullish() })
	.passthrough();

export const policyShape = z.object({ action: z.string(), reason: z.string().nullish() }).passthrough();

/** Entries are read one by one, so that a bad one takes no other with it. */
export const envelopeShape = z.object({ object: z.string(), entry: z.array(z.unknown()) });

/** Events stand under `messaging` or `standby`, `changes` are of other kinds. */
export const entryShape = z
	.object({
		id: idText,
		time: moment.optional().catch(undefined),
		messaging: z.array(z.unknown()).default([]),
		standby: z.array(z.unknown()).default([]),
		changes: z.array(z.unknown()).default([]),
	})
	.passthrough();
