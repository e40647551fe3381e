import { createHash } from 'crypto';
import type { IDataObject } from 'n8n-workflow';
import { z } from '../../shared/schema';
import type { FailedIntake, Intake } from '../../shared/webhook/intake';
import { isoTimeOf } from '../moment';
import { parseJson, unreadable } from '../unreadable';

const person = z.object({ user_id: z.coerce.string().optional(), nickname: z.string().optional() }).passthrough().optional().catch(undefined);

const time = z.unknown();

/** Kinds differ much and grow: only what names the kind is asked for. */
const delivery = z
	.object({
		category: z.string().min(1),
		app_id: z.string().optional().catch(undefined),
		sender: person,
		user: person,
		inviter: person,
		blocker: person,
		channel: z.object({ channel_url: z.string() }).optional().catch(undefined),
		payload: z.object({ message_id: z.coerce.string().optional(), message: z.string().optional(), created_at: time }).optional().catch(undefined),
		created_at: time,
		updated_at: time,
		invited_at: time,
		joined_at: time,
	})
	.passthrough();

type Delivery = z.infer<typeof delivery>;

const whenOf = ({ payload, created_at, updated_at, invited_at, joined_at }: Delivery): string | undefined =>
	[payload?.created_at, created_at, updated_at, invited_at, joined_at].map(isoTimeOf).find((iso) => iso !== undefined);

/** A message is sent once and deleted once; of all else Sendbird gives no ID, so the whole delivery is the key. */
const IDENTIFIED = /:message_(send|delete)$/;

export type Read = { ok: true; event: Intake; isIdentified: boolean } | { ok: false; failure: FailedIntake };

/** One webhook of Chat or Notifications as one clean event. `now` is when it arrived, for kinds that carry no time. */
export function readWebhook(raw: string, now: Date, vendor: string): Read {
	const fix = 'The signature is right, so Sendbird sent this: what stands under "raw" is a kind that this node does not know.';
	const parsed = delivery.safeParse(parseJson(raw));
	if (!parsed.success) return { ok: false, failure: unreadable(raw, 'The webhook\'s body is no JSON object with a category', fix, vendor) };
	const { data } = parsed;
	const who = data.sender ?? data.user ?? data.inviter ?? data.blocker;
	const messageId = data.payload?.message_id ?? '';
	const isIdentified = IDENTIFIED.test(data.category) && messageId !== '';
	const mark = isIdentified ? messageId : createHash('sha256').update(raw).digest('hex').slice(0, 32);
	return {
		ok: true,
		isIdentified,
		event: {
			event: data.category,
			customer: { userId: who?.user_id ?? '', nickname: who?.nickname ?? '' },
			text: data.payload?.message ?? '',
			channelUrl: data.channel?.channel_url ?? '',
			messageId,
			appId: data.app_id ?? '',
			occurredAt: whenOf(data) ?? now.toISOString(),
			deliveryId: '',
			dedupeKey: `${data.category}:${mark}`,
			raw: data as IDataObject,
		},
	};
}
