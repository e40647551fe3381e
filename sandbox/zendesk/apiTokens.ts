import type { Rule } from '../control/types';
import type { ApiToken } from './oauth/types';
import { RULES } from './rules';
import type { ZendeskState } from './state';

/** The day on which every API token stops; kept by the account so that ageing brings it nearer. */
export const API_TOKENS_END = Date.parse('2027-04-30T00:00:00Z');

const IDLE = 30 * 24 * 60 * 60_000;

/** The rule that switches a token off, or undefined where it works. */
export function apiTokenRefusal(state: ZendeskState, token: ApiToken): Rule | undefined {
	const { apiTokens } = state.settings;
	const ended = apiTokens === 'off' || (apiTokens === 'calendar' && Date.now() >= state.apiTokensEndAt);
	if (ended) return RULES.apiTokenEnded;
	return token.last_used_at + IDLE <= Date.now() ? RULES.apiTokenIdle : undefined;
}
