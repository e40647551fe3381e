import type { IDataObject } from 'n8n-workflow';
import { customerKey, type CustomerId } from '../shared/conversation/customerKey';
import { explain, z } from '../shared/schema';
import type { FailedIntake, Intake } from '../shared/webhook/intake';

/** Authors may leave the quotes off a number; an object or a list is a mistake of the template. */
const text = z
	.union([z.string(), z.number(), z.boolean(), z.null()], { errorMap: () => ({ message: 'a value is neither text nor number' }) })
	.optional()
	.transform((value) => (value === null || value === undefined ? '' : String(value)));

/** The body that our pasted text makes. Authors add fields of their own, so the rest rides along in `raw`. */
const body = z
	.object({
		kind: text,
		dispatch_id: text,
		user_id: text,
		braze_id: text,
		phone: text,
		email: text,
		first_name: text,
		last_name: text,
		language: text,
		zendesk_ticket: text,
		text,
		media_urls: text,
	})
	.passthrough()
	.refine(({ user_id, braze_id }) => user_id !== '' || braze_id !== '', { message: 'neither user_id nor braze_id is filled in' });

export type Read = { ok: true; event: Intake } | { ok: false; failure: FailedIntake };

function unreadable(raw: string, why: string): Read {
	return {
		ok: false,
		failure: {
			event: 'unreadable',
			error: {
				class: 'invalidInput',
				vendor: 'Braze',
				message: `The webhook's body is of no use: ${why}`,
				fix: 'Compare the body of the Braze webhook campaign with the text in this node: every value needs json_escape.',
			},
			deliveryId: '',
			raw: raw.slice(0, 10_000),
		},
	};
}

function parse(raw: string): unknown {
	try {
		return JSON.parse(raw);
	} catch {
		return undefined;
	}
}

/** What a Braze webhook campaign posted, as one clean event. Pure; `now` is when it arrived, since Braze sends no time. */
export function readInboundMessage(raw: string, now: Date): Read {
	const json = parse(raw);
	if (json === undefined) return unreadable(raw, raw.trim() === '' ? 'it is empty' : 'it is not valid JSON');
	const parsed = body.safeParse(json);
	if (!parsed.success) return unreadable(raw, explain(parsed.error));
	const sent = parsed.data;
	const mediaUrls = sent.media_urls.split(/\s+/).filter((url) => url !== '');
	if (sent.text.trim() === '' && mediaUrls.length === 0) return unreadable(raw, 'it is empty: it holds neither words nor a picture, so there is nothing to pass on');
	const id: CustomerId = sent.user_id !== '' ? { identifyBy: 'external_id', userId: sent.user_id } : { identifyBy: 'braze_id', userId: sent.braze_id };
	const key = customerKey(id);
	// One dispatch can reach many users, so both together name this delivery. Test sends have none.
	const deliveryId = sent.dispatch_id === '' ? '' : `${sent.dispatch_id}:${key}`;
	return {
		ok: true,
		event: {
			event: 'message',
			kind: sent.kind === 'first' || sent.kind === 'keyword' ? sent.kind : 'later',
			customer: {
				key,
				...id,
				externalId: sent.user_id,
				brazeId: sent.braze_id,
				name: [sent.first_name, sent.last_name].map((name) => name.trim()).filter(Boolean).join(' '),
				phone: sent.phone,
				email: sent.email,
				language: sent.language,
			},
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
