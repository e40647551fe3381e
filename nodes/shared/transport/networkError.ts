import { isObject } from '../text/isObject';
import type { TryEnd } from './retry';

/** No connection was made, so nothing can have happened. */
const NEVER_LEFT = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'];

/** The user stopped the execution. */
const CANCELLED = 'ERR_CANCELED';

export interface ThrownCall {
	end: TryEnd;
	code?: string;
	message: string;
	/** Trying again is of no use: stopped by the user, or no sign-in to be had. */
	final: boolean;
	/** n8n could not sign in (no token to be had, no credential chosen): the call itself was not made. */
	signInFailed: boolean;
	/** The vendor's answer, where the error carries one. */
	body: unknown;
}

function* causes(error: unknown): Generator<Record<string, unknown>> {
	let current = error;
	for (let depth = 0; depth < 6 && typeof current === 'object' && current !== null; depth++) {
		yield current as Record<string, unknown>;
		current = (current as { cause?: unknown }).cause;
	}
}

/** What an error thrown by n8n's HTTP helper means. n8n wraps it, so the truth is in its causes. */
export function readThrown(error: unknown): ThrownCall {
	let code: string | undefined;
	let status: number | undefined;
	let body: unknown;
	const messages: string[] = [];
	for (const layer of causes(error)) {
		if (code === undefined && typeof layer.code === 'string') code = layer.code;
		if (isObject(layer.response)) {
			status ??= Number(layer.response.status ?? layer.response.statusCode) || undefined;
			body ??= layer.response.data;
		}
		if (status === undefined && /^\d{3}$/.test(String(layer.httpCode ?? layer.status))) status = Number(layer.httpCode ?? layer.status);
		if (isObject(layer.context)) body ??= layer.context.data;
		if (typeof layer.message === 'string') messages.push(layer.message);
	}
	const message = messages[messages.length - 1] ?? String(error);
	const signingIn = messages.some((text) => /acquire OAuth2 access token|credentials of type|credential type|not connected/i.test(text));
	// A token server that is down or busy says nothing about the keys.
	const tokenServerInTrouble = signingIn && (status === 429 || (status ?? 0) >= 500 || NEVER_LEFT.includes(code ?? ''));
	const signInFailed = signingIn && !tokenServerInTrouble;
	const neverLeft = signingIn || NEVER_LEFT.includes(code ?? '');
	const end: TryEnd = status !== undefined && !signingIn ? { kind: 'answered', status } : { kind: neverLeft ? 'never left' : 'lost' };
	return { end, code, message, body, signInFailed, final: signInFailed || code === CANCELLED };
}
