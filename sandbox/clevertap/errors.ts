import type { Rule } from '../control/types';
import { RULES } from './rules';

export interface FailBody {
	status: 'fail';
	error: string;
	code: number;
}

/** CleverTap refuses a whole request: `{ status: "fail", error, code }`. */
export class CleverTapError extends Error {
	constructor(
		readonly status: number,
		readonly error: string,
		readonly rule: Rule,
	) {
		super(`${status} ${error}`);
	}

	body(): FailBody {
		return { status: 'fail', error: this.error, code: this.status };
	}
}

/** 400 for input that cannot be used. */
export const badRequest = (error: string, rule: Rule = RULES.badRequest): CleverTapError => new CleverTapError(400, error, rule);

export const TOO_MANY = 'Too many concurrent requests';

const FAULT_TEXTS: Record<number, string> = {
	400: 'Bad Request',
	401: 'Invalid Credentials',
	403: 'Forbidden',
	404: 'Not Found',
	405: 'Method Not Allowed',
	429: TOO_MANY,
	500: 'Internal Server Error',
	502: 'Bad Gateway',
	503: 'Service Unavailable',
};

/** What a switched-on fault answers. CleverTap sends no Retry-After: `retryAfter` is without effect. */
export const faultAnswer = (status: number): { headers: Record<string, string>; body: unknown } => ({
	headers: {},
	body: new CleverTapError(status, FAULT_TEXTS[status] ?? `Error ${status}`, RULES.failShape).body(),
});
