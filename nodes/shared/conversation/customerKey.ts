/** How the other side finds the customer again: an external id, or the profile id where there is none. */
export interface CustomerId {
	identifyBy: 'external_id' | 'braze_id';
	userId: string;
}

const WITHOUT_EXTERNAL_ID = 'braze_id.';

/** Before an external id that itself looks like one of the two kinds. */
const EXTERNAL_ID = 'external_id.';

const looksLikeKind = (id: string): boolean => id.startsWith(WITHOUT_EXTERNAL_ID) || id.startsWith(EXTERNAL_ID);

/** One text for one customer: the external id, else `braze_id.<id>`. */
export function customerKey({ identifyBy, userId }: CustomerId): string {
	if (identifyBy === 'braze_id') return `${WITHOUT_EXTERNAL_ID}${userId}`;
	return looksLikeKind(userId) ? `${EXTERNAL_ID}${userId}` : userId;
}

export function customerId(key: string): CustomerId {
	if (key.startsWith(WITHOUT_EXTERNAL_ID)) return { identifyBy: 'braze_id', userId: key.slice(WITHOUT_EXTERNAL_ID.length) };
	return { identifyBy: 'external_id', userId: key.startsWith(EXTERNAL_ID) ? key.slice(EXTERNAL_ID.length) : key };
}
