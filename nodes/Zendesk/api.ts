import type { ICredentialDataDecryptedObject, INodeParameters } from 'n8n-workflow';
import type { Answer, Call } from '../shared/transport/call';
import type { Failure } from '../shared/transport/failure';
import type { Vendor } from '../shared/transport/vendor';
import { readError, type ZendeskError } from './errorEnvelope';
import { limitTold, resetsAfter } from './limits';
import { fixForForbidden } from './scopes';

export const NAME = 'Zendesk Support';

/** 422 under `details.status`: the ticket is closed for good. */
export const saysClosed = ({ details }: ZendeskError): boolean => /closed prevents/i.test(details.status ?? '');

/** At most 30 jobs may be queued or running; the status that Zendesk says it with is not documented. */
const TOO_MANY_JOBS = 'TooManyJobs';

export const NO_CATEGORIES = 'TriggerCategoriesNotEnabled';

type Told = Pick<Failure, 'class' | 'fix'>;

/** What some errors mean, whatever the status they come with. */
function tellCode(error: ZendeskError): Told | undefined {
	switch (error.code) {
		case TOO_MANY_JOBS:
			return { class: 'rateLimited', fix: 'An account may have 30 jobs queued or running. Wait until some have ended (Job: Wait), or give more items to one node: 100 share a job.' };
		case 'IdempotentRequestError':
			return { class: 'conflict', fix: 'Another request with this idempotency key was first: look up what it made.' };
		case 'InvalidPaginationDepth':
			return { class: 'invalidInput', fix: 'Zendesk gives no more than 10,000 rows of this list: narrow the query.' };
		case NO_CATEGORIES:
			return { class: 'forbidden', fix: 'This account has no trigger categories: leave the category out.' };
		default:
			return saysClosed(error) ? { class: 'closed', fix: 'A closed ticket takes nothing more: open a follow-up ticket that names it.' } : undefined;
	}
}

function tell(answer: Answer, call: Call, error: ZendeskError): Told {
	const byCode = tellCode(error);
	if (byCode !== undefined) return byCode;
	switch (answer.status) {
		case 401:
			return { class: 'unauthorized', fix: 'Check the Zendesk credential.' };
		case 403:
			return { class: 'forbidden', fix: fixForForbidden(call, {}) };
		case 404:
			return error.code === 'InvalidEndpoint'
				? { class: 'notFound', fix: 'Your Zendesk plan does not have this, or the subdomain in the credential is wrong.' }
				: { class: 'notFound', fix: 'Check the ID; a deleted ticket or user is not found either.' };
		case 409:
			return { class: 'conflict', fix: 'Somebody changed the ticket at the same moment: read it again and decide anew.' };
		case 429:
			return { class: 'rateLimited', fix: `Wait for the time given. ${limitTold(call, answer)}` };
		default:
			if (answer.status < 400) return { class: 'notFound', fix: 'Zendesk points elsewhere: check the subdomain in the Zendesk credential; it may have been renamed.' };
			if (answer.status >= 500) return { class: 'unavailable', fix: 'Try again later; status.zendesk.com tells of outages.' };
			return { class: 'invalidInput', fix: 'Correct the fields that Zendesk names.' };
	}
}

function classify(answer: Answer, call: Call): Failure | undefined {
	if (answer.status >= 200 && answer.status < 300) return undefined;
	const error = readError(answer);
	return { vendor: NAME, status: answer.status, code: error.code, message: `Zendesk: ${error.message}`, ...tell(answer, call, error) };
}

/** What a 401 means depends on how the node signs in. */
function fixForUnauthorized({ apiToken, grantType }: ICredentialDataDecryptedObject): string {
	if (apiToken) return 'Check e-mail, API token and subdomain in the Zendesk Support API credential. Zendesk switches off tokens that were idle for 30 days, and all of them on 2027-04-30: then only the OAuth2 credential works.';
	if (grantType === 'pkce') return 'The person\'s sign-in has ended or was revoked: open the Zendesk Support OAuth2 API credential and connect it again.';
	return 'Check client identifier, client secret and subdomain in the Zendesk Support OAuth2 API credential; the client must be of the kind "Confidential".';
}

function explain(failure: Failure, call: Call, credentials: ICredentialDataDecryptedObject): Failure {
	if (failure.class === 'unauthorized') return { ...failure, fix: fixForUnauthorized(credentials) };
	const isRefusal = failure.class === 'forbidden' && failure.code !== NO_CATEGORIES;
	if (!isRefusal) return failure;
	const ofToken = 'The user whose e-mail stands in the Zendesk Support API credential lacks the right: it needs the role of an admin, or one that may do this.';
	return { ...failure, fix: credentials.apiToken ? ofToken : fixForForbidden(call, credentials) };
}

const isTooManyJobs = (answer: Answer): boolean => answer.status >= 400 && readError(answer).code === TOO_MANY_JOBS;

/** `Retry-After` in seconds; Zendesk says to trust it above all arithmetic. */
function waitMs(answer: Answer): number | undefined {
	if (answer.status !== 429 && answer.status !== 503 && !isTooManyJobs(answer)) return undefined;
	const seconds = Number(answer.headers['retry-after'] ?? resetsAfter(answer) ?? answer.headers['ratelimit-reset']);
	return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : undefined;
}

export const zendesk: Vendor = {
	name: NAME,
	// Workflows of the time when there was no choice have no such parameter.
	credential: ({ authentication }: INodeParameters) => (authentication === 'apiToken' ? 'zendeskSupportApi' : 'zendeskSupportOAuth2Api'),
	baseUrl: ({ baseUrl, subdomain }) => (baseUrl ? String(baseUrl) : `https://${String(subdomain)}.zendesk.com`),
	isOverridden: ({ baseUrl }) => Boolean(baseUrl),
	// Integration: Set Up hands it to Zendesk; it never becomes part of a path.
	account: ({ webhookSecret }) => ({ webhookSecret: String(webhookSecret ?? '') }),
	classify,
	explain,
	statusOf: (answer) => (isTooManyJobs(answer) ? 429 : answer.status),
	waitMs,
	nothingHappenedAt: [429],
	patienceMs: 30_000,
	parallel: 4,
};
