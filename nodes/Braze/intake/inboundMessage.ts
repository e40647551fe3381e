import type { IDataObject } from 'n8n-workflow';
import { explain, z } from '../../shared/schema';
import { customerOf, namesNobody, NOBODY, parseBody, personFields, text, unreadable, type Read } from './webhookBody';

/** The body that our pasted text makes. Authors add fields of their own, so the rest rides along in `raw`. */
const body = z
	.object({ kind: text, ...personFields, zendesk_ticket: text, media_urls: text })
	.passthrough()
	.refine((sent) => !namesNobody(sent), NOBODY);

/** What a Braze webhook campaign posted of a customer's SMS, as one clean event. Pure; `now` is when it arrived, since Braze sends no time. */
export function readInboundMessage(raw: string, now: Date): Read {
	const read = parseBody(raw);
	if ('why' in read) return unreadable(raw, read.why);
	const parsed = body.safeParse(read.json);
	if (!parsed.success) return unreadable(raw, explain(parsed.error));
	const sent = parsed.data;
	const mediaUrls = sent.media_urls.split(/\s+/).filter((url) => url !== '');
	if (sent.text.trim() === '' && mediaUrls.length === 0) return unreadable(raw, 'it is empty: it holds neither words nor a picture, so there is nothing to pass on');
	const { customer, deliveryId } = customerOf(sent);
	return {
		ok: true,
		event: {
			event: 'message',
			kind: sent.kind === 'first' || sent.kind === 'keyword' ? sent.kind : 'later',
			customer,
			text: sent.text,
			mediaUrls,
			zendeskTicket: sent.zendesk_ticket,
			occurredAt: now.toISOString(),
			deliveryId,
			dedupeKey: deliveryId,
			raw: sent as IDataObject,
		},
	};
}
