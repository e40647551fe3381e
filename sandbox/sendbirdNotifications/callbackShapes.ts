import type { SendbirdIntegration } from '../sendbird/controlTypes';
import { RULES } from './rules';
import type { Callback, Esp } from './types';

export interface CallbackRequest {
	url: string;
	headers: Record<string, string>;
	body: string;
}

const JSON_TYPE = { 'content-type': 'application/json', 'user-agent': 'SendBird' };

const base = (endpoint: string): string => endpoint.replace(/\/+$/, '');

/** A custom event each, with the property `status`. */
function toBraze({ key, identityField, withTime }: SendbirdIntegration, endpoint: string, callbacks: Callback[]): CallbackRequest {
	const events = callbacks.map(({ identity, eventName, status, at }) => ({ [identityField]: identity, name: eventName, ...(withTime ? { time: new Date(at).toISOString() } : {}), properties: { status } }));
	return { url: `${base(endpoint)}/users/track`, headers: { ...JSON_TYPE, authorization: `Bearer ${key}` }, body: JSON.stringify({ events }) };
}

/** An uploaded event each, with `status` and `target_id`. */
function toClevertap({ key, projectId, identityField, withTime }: SendbirdIntegration, endpoint: string, callbacks: Callback[]): CallbackRequest {
	const d = callbacks.map(({ identity, eventName, status, targetId, at }) => ({
		type: 'event',
		[identityField]: identity,
		...(withTime ? { ts: Math.floor(at / 1000) } : {}),
		evtName: eventName,
		evtData: { status, ...(targetId === undefined ? {} : { target_id: targetId }) },
	}));
	return { url: `${base(endpoint)}/1/upload`, headers: { ...JSON_TYPE, 'x-clevertap-account-id': projectId, 'x-clevertap-passcode': key }, body: JSON.stringify({ d }) };
}

/** How each side is told. */
export const SHAPES = {
	braze: { request: toBraze, rule: RULES.callbackBraze },
	clevertap: { request: toClevertap, rule: RULES.callbackClevertap },
} as const satisfies Record<Esp, unknown>;
