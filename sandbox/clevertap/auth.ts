import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Rule } from '../control/types';
import { CleverTapError } from './errors';
import { regionCalled } from './regions';
import { RULES } from './rules';
import type { CleverTapState } from './state';

const headerOf = (request: FastifyRequest, name: string): string | undefined => {
	const value = request.headers[name];
	return typeof value === 'string' && value !== '' ? value : undefined;
};

/** Why a call is not let in, or undefined. The answer says the same each time, as CleverTap's does; the log tells. */
function refusal({ account }: CleverTapState, request: FastifyRequest): Rule | undefined {
	const id = headerOf(request, 'x-clevertap-account-id');
	const passcode = headerOf(request, 'x-clevertap-passcode');
	if (id === undefined || passcode === undefined) return RULES.credentialsMissing;
	if (id !== account.id || !account.passcodes.some(({ value, active }) => active && value === passcode)) return RULES.credentialsWrong;
	const region = regionCalled(request);
	return region !== undefined && region !== account.region ? RULES.regionWrong : undefined;
}

/** Every call of the API: the account, one of its passcodes, its region. */
export function authenticate(app: FastifyInstance, state: CleverTapState): void {
	app.addHook('onRequest', async (request) => {
		const rule = refusal(state, request);
		if (rule !== undefined) throw new CleverTapError(401, 'Invalid Credentials', rule);
	});
}
