import type { Rule } from '../../control/types';
import { newTraceId } from '../ids';
import { RULES } from '../rules';

/** Wordings of ours for what Meta's error reference describes; `code` or `code/subcode`. */
export const ERRORS = {
	'1': 'An unknown error has occurred.',
	'1/99': 'An unknown error occurred',
	'1/1357046': 'Received invalid JSON reply',
	'2': 'Service temporarily unavailable',
	'4': '(#4) Application request limit reached',
	'10': '(#10) This application does not have permission for this action',
	'10/1893063': '(#10) This Page is temporarily restricted from sending messages',
	'10/2018065': '(#10) This message is sent outside of allowed window.',
	'10/2018108': '(#10) This person cannot receive messages right now',
	'10/2018278': '(#10) This message is sent outside of allowed window.',
	'10/2018300': '(#10) Message failed to send because another app is controlling this thread now.',
	'10/2534022': '(#10) This message is sent outside of allowed window.',
	'17': '(#17) User request limit reached',
	'32': '(#32) Page request limit reached',
	'100': '(#100) Invalid parameter',
	'100/33': 'Unsupported request. The object does not exist, cannot be loaded due to missing permissions, or does not support this operation',
	'100/1893061': '(#100) This message tag is no longer supported',
	'100/2018001': '(#100) No matching user found',
	'100/2018008': '(#100) Failed to fetch the file from the url',
	'100/2018014': '(#100) A message and a sender action cannot be sent together',
	'100/2018015': '(#100) Either a message or a sender action must be given',
	'100/2018040': '(#100) The postback payload must not be empty',
	'100/2018041': '(#100) The button url must not be empty',
	'100/2018047': '(#100) Upload attachment failure: the type of the file does not match',
	'100/2018053': '(#100) The button title must not be empty',
	'100/2018074': '(#100) The attachment id is not valid: it does not exist, expired, or belongs to another Page',
	'100/2018109': '(#100) Attachment size exceeds allowable limit',
	'100/2018218': '(#100) No profile is available for this user',
	'100/2018247': '(#100) Insufficient permission to access this field of the user profile',
	'100/2018294': '(#100) Video upload timed out or was corrupted',
	'100/2018416': '(#100) This button type is not supported in a utility template',
	'104': 'An access token is required to request this resource.',
	'190': 'Invalid OAuth access token - Cannot parse access token',
	'190/460': 'Error validating access token: The session has been invalidated because the user changed their password',
	'190/463': 'Error validating access token: Session has expired',
	'190/467': 'Error validating access token: The access token is invalid since the user has logged out',
	'200/1545041': '(#200) This person is not available right now.',
	'200/2018027': '(#200) Cannot message users who are not admins, developers or testers of the app until it is reviewed and live',
	'200/2018028': '(#200) Cannot message users who are not admins, developers or testers of the app until pages_messaging is reviewed and the app is live',
	'230': '(#230) Requires the consent of the user',
	'551': '(#551) This person is not available right now.',
	'551/1545041': '(#551) This person is not available right now.',
	'613': '(#613) Calls to this api have exceeded the rate limit.',
	'613/2018338': '(#613) Too many messages to one person',
	'613/2534040': '(#613) Calls to this api have exceeded the rate limit.',
	'2018321': 'An automated question flow is running in this conversation',
	'2022': 'Commerce messaging is blocked after a policy violation',
	'2200': '(#2200) Callback verification failed',
	'2500': 'Unknown path components',
	'9000001': 'The message was deleted',
	'80001': '(#80001) There have been too many calls to this Page account',
	'80002': '(#80002) There have been too many calls to this Instagram account',
	'80006': '(#80006) There have been too many messenger api calls from this Page account',
} as const;

export type ErrorName = keyof typeof ERRORS;
export const isErrorName = (name: string): name is ErrorName => name in ERRORS;

export interface GraphErrorBody {
	error: { message: string; type: string; code: number; error_subcode?: number; is_transient?: boolean; fbtrace_id: string };
}

/** HTTP status of an error code. Graph's own choice varies: clients decide by the code. */
function statusOf(code: number): number {
	if (code === 190) return 401;
	if ([10, 200, 230, 4, 17, 32, 80001, 80002, 80006].includes(code)) return 403;
	return code === 1 || code === 2 ? 500 : 400;
}

/** A refusal in Graph's envelope. */
export class GraphError extends Error {
	readonly code: number;

	readonly subcode?: number;

	readonly status: number;

	constructor(
		name: ErrorName,
		readonly rule: Rule,
		message: string = ERRORS[name],
		private readonly type = 'OAuthException',
	) {
		super(message);
		const [code, subcode] = name.split('/').map(Number);
		this.code = code;
		this.subcode = subcode;
		this.status = statusOf(code);
	}

	body(): GraphErrorBody {
		return {
			error: {
				message: this.message,
				type: this.type,
				code: this.code,
				...(this.subcode === undefined ? {} : { error_subcode: this.subcode }),
				...(this.code === 2 ? { is_transient: true } : {}),
				fbtrace_id: newTraceId(),
			},
		};
	}
}

/** 100: a parameter is missing or wrong. `name` as Graph writes it: `message[text]`. */
export const badParam = (message: string, rule: Rule = RULES.badParameter): GraphError => new GraphError('100', rule, `(#100) ${message}`);

export const notVisible = (id: string): GraphError =>
	new GraphError('100/33', RULES.notVisible, `Unsupported request. Object with ID '${id}' does not exist, cannot be loaded due to missing permissions, or does not support this operation`);

const FAULT_NAMES: Record<number, ErrorName> = { 400: '100', 401: '190', 403: '10', 404: '100/33', 429: '80006', 500: '1', 503: '2' };

/** What a switched-on fault answers. There is no Retry-After: `retryAfter` (seconds) becomes minutes in the usage header. */
export function faultAnswer(status: number, retryAfter = 60): { headers: Record<string, string>; body: unknown } {
	const throttled = { call_count: 100, total_cputime: 25, total_time: 25, type: 'messenger', estimated_time_to_regain_access: Math.ceil(retryAfter / 60) };
	return {
		headers: status === 429 ? { 'x-business-use-case-usage': JSON.stringify({ '100200300400500': [throttled] }) } : {},
		body: new GraphError(FAULT_NAMES[status] ?? '2', RULES.httpStatus).body(),
	};
}
