/** How the other side finds the customer again: an external id, or the profile id where there is none. */
export interface CustomerId {
	identifyBy: 'external_id' | 'braze_id';
	userId: string;
}

const WITHOUT_EXTERNAL_ID = 'braze_id.';

/** One text for one customer: the external id, else `braze_id.<id>`. */
export const customerKey = ({ identifyBy, userId }: CustomerId): string => (identifyBy === 'external_id' ? userId : `${WITHOUT_EXTERNAL_ID}${userId}`);

export const customerId = (key: string): CustomerId =>
	key.startsWith(WITHOUT_EXTERNAL_ID)
		? { identifyBy: 'braze_id', userId: key.slice(WITHOUT_EXTERNAL_ID.length) }
		: { identifyBy: 'external_id', userId: key };
