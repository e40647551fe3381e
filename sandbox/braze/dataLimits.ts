const MINUTE = 60_000;

/** Pools of the data endpoints. Source: Braze, API limits and the endpoints' own pages. */
export const DATA_POOLS = {
	/** Shared by delete, alias/new, alias/update, identify and merge. */
	'users identity': { limit: 20_000, windowMs: MINUTE },
	'users/external_ids/rename': { limit: 1_000, windowMs: MINUTE },
	'users/external_ids/remove': { limit: 1_000, windowMs: MINUTE },
	'users/track/sync': { limit: 500, windowMs: MINUTE },
	'users/track/bulk': { limit: 50, windowMs: 1_000 },
	'preference_center read': { limit: 1_000, windowMs: MINUTE },
	'preference_center write': { limit: 10, windowMs: MINUTE },
	'catalogs management': { limit: 50, windowMs: MINUTE },
	'catalogs item': { limit: 50, windowMs: MINUTE },
	'catalogs items': { limit: 16_000, windowMs: MINUTE },
	'catalogs fields and selections': { limit: 50, windowMs: MINUTE },
	'cdi/integrations': { limit: 50, windowMs: MINUTE },
	'cdi sync': { limit: 20, windowMs: MINUTE },
	'cdi job_sync_status': { limit: 100, windowMs: MINUTE },
	/** For the whole company, not the workspace. */
	scim: { limit: 5_000, windowMs: 24 * 60 * MINUTE },
} as const;
