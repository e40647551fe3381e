import type { FastifyRequest } from 'fastify';
import { ERRORS, GraphError, notVisible, type ErrorName } from './errors';
import type { Params } from './params';
import { RULES } from '../rules';
import { appSecretProof } from '../deliveries/signature';
import type { MessengerState } from '../state';
import type { App, Page, Permission, Token, TokenState } from '../types';

const DEAD: Record<Exclude<TokenState, 'valid'>, ErrorName> = { password: '190/460', expired: '190/463', invalid: '190/467' };

const textParam = (params: Params, name: string): string | undefined => {
	const value = params[name];
	return value === undefined ? undefined : String(value);
};

function appToken(state: MessengerState, value: string): Token | undefined {
	const [appId, secret] = value.split('|');
	const app = state.apps.get(appId);
	if (app === undefined || app.secret !== secret) return undefined;
	return { value, kind: 'app', appId: app.id, permissions: [], state: 'valid' };
}

/** Any token by its text, dead ones included. */
export const findToken = (state: MessengerState, value: string): Token | undefined =>
	state.tokens.find((token) => token.value === value) ?? appToken(state, value);

function tokenText(request: FastifyRequest, params: Params): string | undefined {
	const bearer = request.headers.authorization?.match(/^(?:Bearer|OAuth) (.+)$/i)?.[1];
	const param = textParam(params, 'access_token');
	if (bearer !== undefined && param !== undefined && bearer !== param) request.notes.rule = RULES.tokenTwice;
	return param ?? bearer;
}

/** The living token of this call, or Graph's refusal. */
export function authenticate(state: MessengerState, request: FastifyRequest, params: Params): Token {
	const text = tokenText(request, params);
	if (text === undefined) {
		const message = 'An active access token must be used to query information about the current user.';
		if ((request.params as Params).node === 'me') throw new GraphError('2500', RULES.tokenMissing, message);
		throw new GraphError('104', RULES.tokenMissing);
	}
	const token = findToken(state, text);
	if (token === undefined) throw new GraphError('190', RULES.tokenUnknown);
	if (token.state !== 'valid') throw new GraphError(DEAD[token.state], RULES.tokenDead);
	return token;
}

/** Checks `appsecret_proof` where it is sent, and asks for it where the app demands it. */
export function checkProof(app: App, token: Token, request: FastifyRequest, params: Params): void {
	if (token.kind === 'app') {
		if (params.appsecret_proof !== undefined) request.notes.rule = RULES.proofAppToken;
		return;
	}
	const proof = textParam(params, 'appsecret_proof');
	if (proof === undefined) {
		if (!app.requireAppSecretProof) return;
		throw new GraphError('100', RULES.proofRequired, 'API calls from the server require an appsecret_proof argument', 'GraphMethodException');
	}
	const time = textParam(params, 'appsecret_time');
	if (time !== undefined) request.notes.rule = RULES.proofTimed;
	if (proof === appSecretProof(app.secret, token.value, time)) return;
	throw new GraphError('100', RULES.proofWrong, 'Invalid appsecret_proof provided in the API argument', 'GraphMethodException');
}

/** 10 without subcode, naming what is missing; one of several is enough. */
export function requirePermission(token: Token, ...oneOf: Permission[]): void {
	if (oneOf.length === 0 || oneOf.some((permission) => token.permissions.includes(permission))) return;
	throw new GraphError('10', RULES.permission, `${ERRORS['10']}: it requires ${oneOf[0]}`);
}

/** The Page that a Page token speaks for; `node` is `me` or that Page's id. */
export function pageOf(state: MessengerState, token: Token, node: string): Page {
	const page = token.pageId === undefined ? undefined : state.pages.get(token.pageId);
	if (page === undefined) throw new GraphError('190', RULES.tokenKind, 'This method must be called with a Page Access Token');
	if (node === 'me' || node === page.id) return page;
	const other = notVisible(node);
	throw state.pages.has(node) ? new GraphError('100/33', RULES.otherPage, other.message) : other;
}
