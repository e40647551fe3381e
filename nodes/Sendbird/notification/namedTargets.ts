import { z } from '../../shared/schema';
import { isObject } from '../../shared/text/isObject';
import type { Answer } from '../../shared/transport/call';
import type { Failure } from '../../shared/transport/failure';

/** What Sendbird says of a target that it did not take. */
export interface Complaint {
	code?: string;
	message: string;
}

/** Under such a name a list holds what went wrong; the real names are not documented. */
const WRONG = /fail|invalid|unknown|not_?found|error|unprocessed|skipped|missing|reject|exclude/i;

/** Codes of a call that was refused for the sake of some of its targets: unknown, deactivated, unknown in older words. */
const ABOUT_TARGETS = ['400201', '400300', '400301'];

const entry = z.object({ user_id: z.string().optional(), target: z.string().optional(), id: z.string().optional(), code: z.coerce.string().optional(), message: z.string().optional(), reason: z.string().optional() });

function complaintOf(one: unknown, field: string): { id: string; complaint: Complaint } | undefined {
	if (typeof one === 'string') return { id: one, complaint: { message: `listed under ${field}` } };
	const parsed = entry.safeParse(one);
	const id = parsed.success ? (parsed.data.user_id ?? parsed.data.target ?? parsed.data.id) : undefined;
	if (!parsed.success || id === undefined) return undefined;
	return { id, complaint: { code: parsed.data.code, message: parsed.data.message ?? parsed.data.reason ?? `listed under ${field}` } };
}

/** Targets that an accepted call's answer says were left out. Only ids that we sent are believed: the shape is undocumented. */
export function leftOut({ body }: Pick<Answer, 'body'>, targets: ReadonlySet<string>): Map<string, Complaint> {
	const named = new Map<string, Complaint>();
	if (!isObject(body)) return named;
	for (const [field, value] of Object.entries(body)) {
		if (!WRONG.test(field) || !Array.isArray(value)) continue;
		for (const one of value) {
			const told = complaintOf(one, field);
			if (told !== undefined && targets.has(told.id)) named.set(told.id, told.complaint);
		}
	}
	return named;
}

/** `"u7"`, `'u7'`, or a list in brackets: words outside of these could be ordinary ones. */
const QUOTED = /"([^"]+)"|'([^']+)'|`([^`]+)`|\[([^\]]+)\]/g;

/** The bare list that a message ends in: `no such users: u1, u2.` */
const LAST_LIST = /:\s*([^:]+?)\.?\s*$/;

const partsOf = (list: string): string[] => list.split(',').map((part) => part.trim().replace(/^["'`]|["'`]$/g, ''));

function namedIn(message: string, targets: ReadonlySet<string>): Set<string> {
	const quoted = [...message.matchAll(QUOTED)].flatMap(([, double, single, back, list]) => (list === undefined ? [double ?? single ?? back] : partsOf(list)));
	// A quoted list of several: "u1, u2".
	const named = quoted.flatMap((word) => [word, ...partsOf(word)]).filter((word) => targets.has(word));
	const last = partsOf(LAST_LIST.exec(message)?.[1] ?? '');
	// A bare list is believed only where each part of it is a target.
	return new Set([...named, ...(last.every((word) => targets.has(word)) ? last : [])]);
}

/** Targets for whose sake a whole call was refused, where its message names them. */
export const blamed = ({ code, message }: Failure, targets: ReadonlySet<string>): Set<string> => (code !== undefined && ABOUT_TARGETS.includes(code) ? namedIn(message, targets) : new Set());

/** "Part of the request failed", of the oldest modes: those whom the message names were left out, the others have it. Undefined where it is no such answer, or names nobody. */
export function partlyFailed({ code, message }: Failure, targets: ReadonlySet<string>): Map<string, Complaint> | undefined {
	const named = code === '207100' ? namedIn(message, targets) : new Set<string>();
	return named.size === 0 ? undefined : new Map([...named].map((id) => [id, { message }]));
}
