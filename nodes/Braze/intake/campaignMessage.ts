import type { IDataObject } from 'n8n-workflow';
import { explain, z } from '../../shared/schema';
import { customerOf, namesNobody, NOBODY, parseBody, personFields, text, unreadable, type Read } from './webhookBody';

/** Beside the user: where it comes from, and whatever the author lets the campaign say (`properties`: an object of values). */
const body = z
	.object({ ...personFields, campaign_id: text, campaign_name: text, canvas_id: text, canvas_name: text, properties: z.record(z.unknown()).default({}) })
	.passthrough()
	.refine((sent) => !namesNobody(sent), NOBODY);

/**
 * What a Braze campaign or Canvas step posted for one user, as one clean event: something to be sent on, so a text is not needed.
 * Pure; `now` is when it arrived, since Braze sends no time.
 */
export function readCampaignMessage(raw: string, now: Date): Read {
	const read = parseBody(raw);
	if ('why' in read) return unreadable(raw, read.why);
	const parsed = body.safeParse(read.json);
	if (!parsed.success) return unreadable(raw, explain(parsed.error));
	const sent = parsed.data;
	const { customer, deliveryId } = customerOf(sent);
	return {
		ok: true,
		event: {
			event: 'campaign',
			customer,
			text: sent.text,
			properties: sent.properties as IDataObject,
			campaign: { id: sent.campaign_id, name: sent.campaign_name },
			canvas: { id: sent.canvas_id, name: sent.canvas_name },
			occurredAt: now.toISOString(),
			deliveryId,
			dedupeKey: deliveryId,
			raw: sent as IDataObject,
		},
	};
}
