/** What makes two deliveries one. CleverTap gives a delivery no id: what is sent along must tell. */
export type DedupeBy = 'keyValue' | 'campaignAndCustomer' | 'nothing';

export interface Deduping {
	by: DedupeBy;
	/** Of the key value, in any case. */
	keyValue: string;
}

const encoded = (...parts: string[]): string => parts.map((part) => encodeURIComponent(part)).join(':');

/**
 * The key of one customer's part of a delivery; '' where nothing tells it from the next. Campaign and customer alone are a key for campaigns that reach everybody
 * once: an action campaign reaches the same customer again with other values, which must not be taken for a repeat.
 */
export function dedupeKeyOf({ by, keyValue }: Deduping, targetId: string, customer: string, keyValues: Readonly<Record<string, unknown>>): string {
	if (by === 'nothing') return '';
	if (by === 'campaignAndCustomer') return targetId === '' ? '' : encoded(targetId, customer);
	const [, value] = Object.entries(keyValues).find(([name]) => name.toLowerCase() === keyValue.toLowerCase()) ?? [];
	const id = value === undefined || value === null ? '' : String(value).trim();
	return id === '' ? '' : encoded(targetId, customer, id);
}
