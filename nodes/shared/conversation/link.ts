/**
 * What ties a ticket to a customer's conversation: `<channel>:<customer>:<number>`, kept as the ticket's external id.
 * It is identity, origin and idempotency key in one, and Zendesk sends it with every event.
 */
export interface Link {
	/** `sms`, `messenger` … */
	channel: string;
	/** See {@link customerKey}. */
	customer: string;
	/** `1` for the first ticket; else the id of the closed ticket that this one continues. */
	number: string;
}

/** The parts are percent-encoded, so that a colon in an id is no separator. */
export const formatLink = ({ channel, customer, number }: Link): string => [channel, customer, number].map(encodeURIComponent).join(':');

/** Undefined for a ticket that is not the bridge's. */
export function parseLink(externalId: string | null | undefined): Link | undefined {
	const parts = (externalId ?? '').split(':');
	if (parts.length !== 3 || parts.includes('')) return undefined;
	try {
		const [channel, customer, number] = parts.map(decodeURIComponent);
		return /^\d+$/.test(number) ? { channel, customer, number } : undefined;
	} catch {
		return undefined;
	}
}
