import type { IDataObject } from 'n8n-workflow';
import { isObject } from '../../../shared/text/isObject';

/**
 * A webhook as it may stand in an item, which n8n stores and shows. Zendesk's answer to a creation holds the signing secret,
 * and how much of the authentication it repeats is not documented; only its type is kept.
 */
export function withoutSecrets(webhook: IDataObject): IDataObject {
	const { authentication } = webhook;
	const rest = Object.fromEntries(Object.entries(webhook).filter(([name]) => name !== 'signing_secret' && name !== 'authentication'));
	return { ...rest, ...(isObject(authentication) ? { authentication: { type: String(authentication.type), add_position: String(authentication.add_position ?? 'header') } } : {}) };
}
