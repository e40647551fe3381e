import { bearer, sameSecret } from '../../shared/webhook/verify';

/** In whose shape Sendbird tells: it believes it is talking to one of the two. */
export type Shape = 'braze' | 'cleverTap';

/** Of the notifications credential: secrets of the user's own, typed into Sendbird's integration in the place of the real ones. */
export interface StatusSecrets {
	deliveryStatusApiKey?: string;
	deliveryStatusAccountId?: string;
	deliveryStatusPassword?: string;
}

export type Trust = { ok: true; shape: Shape } | { ok: false; why: string };

const no = (why: string): Trust => ({ ok: false, why });

type Header = (name: string) => string | undefined;

function trustCleverTap(header: Header, { deliveryStatusAccountId, deliveryStatusPassword }: StatusSecrets): Trust {
	if (!deliveryStatusAccountId || !deliveryStatusPassword) return no('the credential has no Delivery Status Account ID and Passcode, so nothing is taken in for CleverTap');
	// Both are compared, whichever is wrong: the time it takes tells nothing.
	const sameAccount = sameSecret(deliveryStatusAccountId, header('x-clevertap-account-id'));
	const samePasscode = sameSecret(deliveryStatusPassword, header('x-clevertap-passcode'));
	return sameAccount && samePasscode ? { ok: true, shape: 'cleverTap' } : no('its account ID or passcode is not the one of the credential');
}

/** Whose shape a call has, by how it signs in; both shapes are taken at every address, since what Sendbird appends to the one typed in is not documented. */
export function trust(header: Header, secrets: StatusSecrets): Trust {
	if (header('x-clevertap-account-id') !== undefined || header('x-clevertap-passcode') !== undefined) return trustCleverTap(header, secrets);
	if (!secrets.deliveryStatusApiKey) return no('the credential has no Delivery Status API Key, so nothing is taken in for Braze');
	return sameSecret(secrets.deliveryStatusApiKey, bearer(header('authorization'))) ? { ok: true, shape: 'braze' } : no('its key is missing or is not the Delivery Status API Key of the credential');
}
