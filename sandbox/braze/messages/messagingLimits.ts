const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Pools of the messaging and figures endpoints. Source: Braze, API limits. */
export const MESSAGING_POOLS = {
	/** A day is the UTC day here; that it is the clock's is not documented. */
	'sends/id/create': { limit: 100, windowMs: 24 * HOUR },
	'campaigns/data_series': { limit: 50_000, windowMs: MINUTE },
	/** Shared by /events/list, /events, /custom_attributes and /purchases/product_list. */
	'custom data lists': { limit: 1_000, windowMs: HOUR },
	'campaigns and canvas duplicate': { limit: 100, windowMs: MINUTE },
} as const;
