import type { SendbirdApplication } from '../sendbird/application';
import { tokenOf } from '../sendbird/auth';
import { decidedBy, type Host } from '../sendbird/endpoint';
import { SendbirdError } from '../sendbird/errors';
import type { TokenKind } from '../sendbird/types';
import { RULES } from './rules';
import type { Esp } from './types';

/** A surface that takes these tokens only; the first is the one that is meant. */
function surface(application: SendbirdApplication, kinds: TokenKind[]): Host {
	return {
		application,
		authenticate(request) {
			const token = tokenOf(application, request);
			if (token === undefined) throw new SendbirdError('400401', RULES.tokenUnknown);
			if (!kinds.includes(token.kind)) throw new SendbirdError('403100', RULES.tokenForeign, `Permission denied: this is the ${token.kind} token.`);
			decidedBy(request, token.kind === kinds[0] ? (token.kind === 'notifications' ? RULES.token : RULES.relayToken) : RULES.relayNotificationsToken);
			return token;
		},
	};
}

export const notificationsHost = (application: SendbirdApplication): Host => surface(application, ['notifications']);

export const relayHost = (application: SendbirdApplication, esp: Esp): Host => surface(application, esp === 'braze' ? ['braze', 'notifications'] : ['clevertap']);
