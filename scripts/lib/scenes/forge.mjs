import { createHmac } from 'node:crypto';

/** Zendesk's signature: base64 of HMAC-SHA256 over timestamp and raw body, the key being the secret as given. */
const sign = (secret, timestamp, body) => createHmac('sha256', secret).update(timestamp + body).digest('base64');

/** Zendesk's time format has no milliseconds. */
const stamp = (at) => `${new Date(at).toISOString().slice(0, 19)}Z`;

/** An event as Zendesk words it: a public reply by staff on this ticket. Without the id of a real one it tells of a comment that is not there. */
export const commentEvent = (ticket, text, commentId = String(Date.now())) => ({
	account_id: 22129848,
	detail: {
		actor_id: '8447388090494',
		assignee_id: null,
		brand_id: '8447346621310',
		created_at: ticket.created_at,
		custom_status: '8447320465790',
		description: ticket.description,
		external_id: ticket.external_id,
		form_id: '8646151517822',
		group_id: null,
		id: String(ticket.id),
		is_public: true,
		organization_id: null,
		priority: 'NORMAL',
		requester_id: String(ticket.requester_id),
		status: 'OPEN',
		subject: ticket.subject,
		submitter_id: String(ticket.submitter_id),
		tags: ticket.tags,
		type: 'PROBLEM',
		updated_at: stamp(Date.now()),
		via: { channel: 'web' },
	},
	event: {
		comment: { author: { id: '8447388090494', is_staff: true, name: 'Nora Lindqvist' }, body: text, html_body: `<div class="zd-comment"><p>${text}</p></div>`, id: commentId, is_public: true },
		meta: { sequence: { id: '01GQXYZ', position: 1 } },
	},
	id: crypto.randomUUID(),
	subject: `zen:ticket:${ticket.id}`,
	time: new Date().toISOString(),
	type: 'zen:event-type:ticket.comment_added',
	zendesk_event_version: '2022-11-06',
});

/** An event as Zendesk words it: the ticket became solved. */
export const solvedEvent = (ticket) => {
	const { event, ...rest } = commentEvent(ticket, '');
	return { ...rest, type: 'zen:event-type:ticket.status_changed', detail: { ...rest.detail, status: 'SOLVED' }, event: { current: 'SOLVED', previous: 'OPEN' } };
};

/**
 * One delivery to n8n.
 * @param {{ id: string, endpoint: string }} webhook
 * @param {{ body: string, signature?: string, at?: string }} delivery no signature: no signature headers
 * @returns {Promise<number>} the status
 */
async function deliver(webhook, { body, signature, at }) {
	const signed = signature === undefined ? {} : { 'x-zendesk-webhook-signature': signature, 'x-zendesk-webhook-signature-timestamp': at };
	const answer = await fetch(webhook.endpoint, {
		method: 'POST',
		headers: {
			'content-type': 'application/json; charset=utf-8',
			'x-zendesk-account-id': '22129848',
			'x-zendesk-webhook-id': webhook.id,
			'x-zendesk-webhook-invocation-id': crypto.randomUUID().replaceAll('-', '').slice(0, 26).toUpperCase(),
			...signed,
		},
		body,
		signal: AbortSignal.timeout(20_000),
	});
	await answer.text();
	return answer.status;
}

/**
 * What an attacker, or a proxy between, could send. Each entry: what it is, and the call.
 * @param {{ id: string, endpoint: string }} webhook
 * @param {string} secret the webhook's real one
 * @param {object} event
 */
export function forgeries(webhook, secret, event) {
	const body = JSON.stringify(event);
	const at = stamp(Date.now());
	const old = stamp(Date.now() - 3_600_000);
	const escaped = body.replace(/[\u0080-\uffff]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
	const spaced = JSON.stringify(event, null, 1);
	if (escaped === body || spaced === body) throw new Error('the re-serialised bodies do not differ from the signed one');
	const good = sign(secret, at, body);
	return [
		['unsigned', { body }],
		['with an empty signature', { body, at, signature: '' }],
		['signed with another secret', { body, at, signature: sign('bm90LXRoZS1zZWNyZXQ=', at, body) }],
		['signed with the public secret of webhook tests', { body, at, signature: sign('dGhpc19zZWNyZXRfaXNfZm9yX3Rlc3Rpbmdfb25seQ==', at, body) }],
		['signed an hour ago', { body, at: old, signature: sign(secret, old, body) }],
		['with an old signature and a fresh time', { body, at, signature: sign(secret, old, body) }],
		['with its umlauts escaped after signing', { body: escaped, at, signature: good }],
		['with blanks added after signing', { body: spaced, at, signature: good }],
	].map(([what, delivery]) => [what, () => deliver(webhook, delivery)]);
}

/** The same event as Zendesk itself would send it. */
export function genuine(webhook, secret, event) {
	const body = JSON.stringify(event);
	const at = stamp(Date.now());
	return deliver(webhook, { body, at, signature: sign(secret, at, body) });
}
