import type { Rule } from '../control/types';
import { RULES } from './rules';

/** Sendbird's error codes with wordings of ours. */
export const ERRORS = {
	'207100': 'Some of the targets could not be reached.',
	'400100': 'A parameter must be a string.',
	'400101': 'A parameter must be a number.',
	'400102': 'A parameter must be a list.',
	'400103': 'A parameter must be JSON.',
	'400104': 'A parameter must be a boolean.',
	'400105': 'A required parameter is missing.',
	'400108': 'Not authorized.',
	'400109': 'The page token is expired or invalid.',
	'400110': 'A value is too long.',
	'400111': 'Invalid value.',
	'400201': 'Resource not found.',
	'400202': 'Resource already exists.',
	'400300': 'Deactivated user.',
	'400301': 'User not found.',
	'400302': 'Invalid access token.',
	'400304': 'Application not found.',
	'400306': 'Quota exceeded.',
	'400401': 'Invalid API token.',
	'400403': 'Invalid JSON body.',
	'400700': 'Blocked user.',
	'400750': 'Banned user.',
	'400920': 'Parameters that exclude each other.',
	'400930': 'Unknown endpoint.',
	'403100': 'Permission denied.',
	'403101': 'The service is not activated.',
	'500901': 'Internal server error.',
	'500910': 'Too many requests.',
} as const;

export type ErrorCode = keyof typeof ERRORS;
export const isErrorCode = (code: string): code is ErrorCode => code in ERRORS;

const STATUS: Partial<Record<ErrorCode, number>> = { '207100': 207, '500901': 500, '500910': 429 };

/** A refusal in Sendbird's envelope. */
export class SendbirdError extends Error {
	readonly status: number;

	constructor(
		readonly code: ErrorCode,
		readonly rule: Rule,
		message: string = ERRORS[code],
	) {
		super(message);
		this.status = STATUS[code] ?? 400;
	}

	body(): Record<string, unknown> {
		return { error: true, code: Number(this.code), message: this.message };
	}
}

export const notFound = (what: string): SendbirdError => new SendbirdError('400201', RULES.channelUnknown, `"${what}" not found.`);

export const invalid = (message: string, rule: Rule = RULES.invalidValue): SendbirdError => new SendbirdError('400111', rule, message);

export const missing = (name: string, rule: Rule = RULES.missingParameter): SendbirdError => new SendbirdError('400105', rule, `"${name}" is required.`);

const FAULT_CODES: Record<number, ErrorCode> = { 400: '400111', 401: '400401', 403: '403100', 404: '400201', 429: '500910' };

/** What a switched-on fault answers; `retryAfter` in seconds. */
export function faultAnswer(status: number, retryAfter?: number): { headers: Record<string, string>; body: unknown } {
	const wait = retryAfter ?? (status === 429 ? 1 : undefined);
	return {
		headers: wait === undefined ? {} : { 'x-ratelimit-retryafter': String(wait) },
		body: new SendbirdError(FAULT_CODES[status] ?? '500901', RULES.httpStatus).body(),
	};
}
