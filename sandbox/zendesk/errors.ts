import type { Rule } from '../control/types';
import { RULES } from './rules';

export interface RecordProblem {
	description: string;
	error?: string;
}

/** An answer in one of Zendesk's four error shapes, thrown from wherever the rule was broken. */
export class ZendeskError extends Error {
	constructor(
		readonly status: number,
		readonly body: unknown,
		readonly rule: Rule,
		readonly headers: Record<string, string> = {},
	) {
		super(`${status} ${JSON.stringify(body)}`);
	}
}

/** 422, `details` keyed by field. */
export const recordInvalid = (details: Record<string, RecordProblem[]>, rule: Rule): ZendeskError =>
	new ZendeskError(422, { error: 'RecordInvalid', description: 'Record validation errors', details }, rule);

export const recordNotFound = (): ZendeskError =>
	new ZendeskError(404, { error: 'RecordNotFound', description: 'Not found' }, RULES.notFound);

export const forbidden = (rule: Rule): ZendeskError =>
	new ZendeskError(
		403,
		{
			error: {
				title: 'Forbidden',
				message: 'You do not have access to this page. Please contact the account owner of this help desk for further help.',
			},
		},
		rule,
	);

/** 403 that names the scopes, any one of which would do. */
export const missingScope = (scopes: string[], rule: Rule): ZendeskError =>
	new ZendeskError(
		403,
		{ error: 'Forbidden', description: `You are missing the following required scopes: ${scopes.join(', ')}` },
		rule,
	);

/** 400 for an attribute of the wrong kind. */
export const invalidAttribute = (name: string, problem: string, rule: Rule): ZendeskError =>
	new ZendeskError(
		400,
		{
			error: {
				title: 'Invalid attribute',
				message: `You passed an invalid value for the ${name} attribute. Invalid parameter: ${name} ${problem}`,
			},
		},
		rule,
	);

/** The list shape: paging, webhooks. */
export const errorList = (status: number, code: string, title: string, rule: Rule): ZendeskError =>
	new ZendeskError(status, { errors: [{ code, title, detail: title }] }, rule);

/** 429; `retryAfter` in seconds. */
export const tooManyRequests = (description: string, retryAfter: number, rule: Rule): ZendeskError =>
	new ZendeskError(429, { error: 'APIRateLimitExceeded', description }, rule, { 'retry-after': String(retryAfter) });

const FAULT_BODIES: Record<number, unknown> = {
	401: { error: 'invalid_token', error_description: 'The access token provided is expired, revoked, malformed or invalid for other reasons.' },
	403: forbidden(RULES.scopeMissing).body,
	404: { error: 'RecordNotFound', description: 'Not found' },
	409: { error: 'DatabaseConflict', description: 'Database collision' },
	422: { error: 'RecordInvalid', description: 'Record validation errors', details: {} },
	429: { error: 'APIRateLimitExceeded', description: 'Number of allowed API requests per minute exceeded' },
	500: { error: 'InternalError', description: 'Internal server error' },
	503: { error: 'ServiceUnavailable', description: 'Zendesk is temporarily unavailable' },
};

/** Zendesk's own way of saying a status that a fault asks for. `retryAfter` in seconds; 429 and 503 always carry one. */
export function faultAnswer(status: number, retryAfter?: number): { headers: Record<string, string>; body: unknown } {
	const wait = retryAfter ?? (status === 429 || status === 503 ? 5 : undefined);
	const limit = { 'x-rate-limit': '700', 'x-rate-limit-remaining': '0', 'ratelimit-limit': '700', 'ratelimit-remaining': '0', 'ratelimit-reset': String(wait) };
	return {
		headers: { ...(wait === undefined ? {} : { 'retry-after': String(wait) }), ...(status === 429 ? limit : {}) },
		body: FAULT_BODIES[status] ?? { error: 'Unknown', description: `status ${status}` },
	};
}
