import type { FastifyRequest } from 'fastify';
import { SendbirdError } from './errors';
import type { SendbirdApplication } from './application';
import { RULES } from './rules';
import type { ApiToken } from './types';

/** The `Api-Token` header, whatever its case. */
export function tokenOf(application: SendbirdApplication, request: FastifyRequest): ApiToken | undefined {
	const header = request.headers['api-token'];
	return application.tokens.find(({ value }) => value === header);
}

/** The chat host takes master and secondary tokens. */
export function chatToken(application: SendbirdApplication, request: FastifyRequest): ApiToken {
	const token = tokenOf(application, request);
	if (token === undefined) throw new SendbirdError('400401', RULES.tokenMissing);
	if (token.kind !== 'master' && token.kind !== 'secondary') throw new SendbirdError('400401', RULES.otherHost, 'Invalid API token: this one belongs to the notifications host.');
	if (token.kind === 'secondary') request.notes.rule = RULES.secondaryToken;
	return token;
}
