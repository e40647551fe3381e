import type { Answer, Call } from '../shared/transport/call';
import type { Failure } from '../shared/transport/failure';
import type { Vendor } from '../shared/transport/vendor';
import { readError, type ZendeskError } from './errorEnvelope';

const NAME = 'Zendesk Support';

/** The scope an OAuth token needs for a call: Zendesk names scopes after the resource. */
function scopeFor({ method, path }: Call): string {
	const resource = path.split('/')[3]?.replace(/\W.*$/, '') ?? '';
	const family = resource === 'search' || resource === 'incremental' ? 'tickets' : resource === 'user_fields' ? 'users' : resource;
	return `${family}:${method === 'GET' ? 'read' : 'write'}`;
}

/** 422 under `details.status`: the ticket is closed for good. */
export const saysClosed = ({ details }: ZendeskError): boolean => /closed prevents/i.test(details.status ?? '');

type Told = Pick<Failure, 'class' | 'fix'>;

function tell(answer: Answer, call: Call, error: ZendeskError): Told {
	switch (answer.status) {
		case 401:
			return { class: 'unauthorized', fix: 'Check client identifier, client secret and subdomain in the Zendesk credential; the client must be of the kind "Confidential".' };
		case 403:
			return {
				class: 'forbidden',
				fix: `The Zendesk credential's scope needs "${scopeFor(call)}", and the user it acts as needs the right to do this. A changed scope counts from the next token on.`,
			};
		case 404:
			return error.code === 'InvalidEndpoint'
				? { class: 'notFound', fix: 'Your Zendesk plan does not have this, or the subdomain in the credential is wrong.' }
				: { class: 'notFound', fix: 'Check the ID; a deleted ticket or user is not found either.' };
		case 409:
			return { class: 'conflict', fix: 'Somebody changed the ticket at the same moment: read it again and decide anew.' };
		case 429:
			return { class: 'rateLimited', fix: 'Wait for the time given; one ticket takes 30 updates in 10 minutes, one user 5 a minute.' };
		default:
			if (answer.status < 400) return { class: 'notFound', fix: 'Zendesk points elsewhere: check the subdomain in the Zendesk credential; it may have been renamed.' };
			if (answer.status >= 500) return { class: 'unavailable', fix: 'Try again later; status.zendesk.com tells of outages.' };
			if (error.code === 'IdempotentRequestError') return { class: 'conflict', fix: 'Another request with this idempotency key was first: look up what it made.' };
			if (saysClosed(error)) return { class: 'closed', fix: 'A closed ticket takes nothing more: open a follow-up ticket that names it.' };
			return { class: 'invalidInput', fix: 'Correct the fields that Zendesk names.' };
	}
}

function classify(answer: Answer, call: Call): Failure | undefined {
	if (answer.status >= 200 && answer.status < 300) return undefined;
	const error = readError(answer);
	return { vendor: NAME, status: answer.status, code: error.code, message: `Zendesk: ${error.message}`, ...tell(answer, call, error) };
}

/** `Retry-After` in seconds; Zendesk says to trust it above all arithmetic. */
function waitMs({ status, headers }: Answer): number | undefined {
	if (status !== 429 && status !== 503) return undefined;
	const seconds = Number(headers['retry-after'] ?? headers['ratelimit-reset']);
	return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : undefined;
}

export const zendesk: Vendor = {
	name: NAME,
	credential: 'zendeskSupportOAuth2Api',
	baseUrl: ({ baseUrl, subdomain }) => (baseUrl ? String(baseUrl) : `https://${String(subdomain)}.zendesk.com`),
	isOverridden: ({ baseUrl }) => Boolean(baseUrl),
	classify,
	waitMs,
	nothingHappenedAt: [429],
	patienceMs: 30_000,
	parallel: 4,
};
