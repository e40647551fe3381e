import { deliver, type DeliveryOutcome } from '../../core/deliver';
import { iso } from '../http';
import { ulid } from '../ids';
import { RULES } from '../rules';
import { sign } from './signature';
import type { ZendeskState } from '../state';
import type { Invocation, Ticket, Webhook } from '../types';
import { customerOf } from '../users/users';

const CONTENT_TYPES = { json: 'application/json; charset=utf-8', xml: 'application/xml', form_encoded: 'application/x-www-form-urlencoded' };

/** How long Zendesk waits before it tries a timeout or a 409 again is not documented. */
const RETRY_WAIT = 5000;

function authorization({ authentication }: Pick<Webhook, 'authentication'>): Record<string, string> {
	if (authentication === null) return {};
	if (authentication.type === 'bearer_token') return { authorization: `Bearer ${authentication.data.token}` };
	if (authentication.type === 'api_key') return { [authentication.data.name]: authentication.data.value };
	const { username, password } = authentication.data;
	return { authorization: `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}` };
}

export type Signed = Pick<Webhook, 'id' | 'secret' | 'request_format' | 'authentication' | 'custom_headers'> & { account_id: number };

/** Every header of a request to a webhook, signed now or at `timestamp`. */
export function signedHeaders(webhook: Signed, invocationId: string, body: string, timestamp = iso(Date.now())): Record<string, string> {
	return {
		'user-agent': 'Zendesk Webhook',
		'content-type': CONTENT_TYPES[webhook.request_format],
		...webhook.custom_headers,
		...authorization(webhook),
		'x-zendesk-account-id': String(webhook.account_id),
		'x-zendesk-webhook-id': webhook.id,
		'x-zendesk-webhook-invocation-id': invocationId,
		'x-zendesk-webhook-signature-timestamp': timestamp,
		'x-zendesk-webhook-signature': sign(webhook.secret, timestamp, body),
	};
}

/** The invocation log's word for what came back. */
function statusOf({ status, timedOut }: DeliveryOutcome): string {
	if (timedOut) return 'timeout';
	if (status === 0) return 'failed';
	if (status < 300) return 'success';
	if (status === 429) return 'throttled';
	return status < 500 ? 'client error' : 'server error';
}

/** ms until the next attempt, by the only reasons for which Zendesk tries again. */
export function retryWait(outcome: DeliveryOutcome, attempt: number): number | undefined {
	if (outcome.timedOut) return attempt <= 5 ? RETRY_WAIT : undefined;
	if (outcome.status === 409) return attempt <= 3 ? RETRY_WAIT : undefined;
	if (outcome.status !== 429 && outcome.status !== 503) return undefined;
	const seconds = Number(outcome.headers['retry-after'] ?? NaN);
	return attempt <= 5 && seconds >= 0 && seconds < 60 ? seconds * 1000 : undefined;
}

function logAttempt(invocation: Invocation, outcome: DeliveryOutcome, headers: Record<string, string>, body: string): void {
	// A timeout stands in Zendesk's log as 504.
	const code = outcome.timedOut ? 504 : outcome.status;
	invocation.attempts.push({
		id: ulid(),
		invocation_id: invocation.id,
		status: statusOf(outcome),
		status_code: code,
		completed_at: Date.now(),
		request: { headers, payload: body },
		response: { headers: outcome.headers, payload: outcome.body },
	});
	invocation.status_code = code;
	invocation.latest_completed_at = Date.now();
}

export interface WebhookCall {
	/** `zen:event-type:…`, or `conditional_ticket_events` from a trigger. */
	type: string;
	ticket: Ticket;
	body: string;
	/** Added to the endpoint's own query. */
	query?: string;
}

/** Sends one event to one webhook and returns at once; every attempt is logged, retries keep the invocation id. */
export function sendToWebhook(state: ZendeskState, webhook: Webhook, { type, ticket, body, query = '' }: WebhookCall): void {
	const invocation: Invocation = {
		id: ulid(),
		webhook_id: webhook.id,
		status: 'accepted',
		status_code: null,
		event_type: type,
		created_at: Date.now(),
		latest_completed_at: null,
		attempts: [],
	};
	state.invocations.push(invocation);
	const what = type.startsWith('zen:') ? type.replace('zen:event-type:ticket.', '').replaceAll('_', ' ') : 'trigger';
	const summary = `webhook "${webhook.name}": ${what} on ticket ${ticket.id}`;
	if (state.circuit.isOpen(webhook.id)) {
		invocation.status = 'circuit broken';
		state.note(`${summary} is lost: the circuit is open`, RULES.circuitBroken);
		return;
	}
	const firstTimestamp = iso(Date.now());
	let sent: Record<string, string> = {};
	deliver(state.world, {
		vendor: 'zendesk',
		summary,
		customer: customerOf(state.user(ticket.requester_id)),
		method: webhook.http_method,
		url: query === '' ? webhook.endpoint : `${webhook.endpoint}${webhook.endpoint.includes('?') ? '&' : '?'}${query}`,
		headers: () => (sent = signedHeaders({ ...webhook, account_id: state.account.id }, invocation.id, body, state.limits.resignRetries ? undefined : firstTimestamp)),
		body,
		timeoutMs: state.limits.webhookTimeoutMs,
		retryAfterMs: (outcome, attempt) => {
			logAttempt(invocation, outcome, sent, body);
			state.circuit.record(webhook.id, statusOf(outcome) !== 'success');
			return retryWait(outcome, attempt);
		},
		done: (outcome) => {
			invocation.status = statusOf(outcome);
		},
	});
}
