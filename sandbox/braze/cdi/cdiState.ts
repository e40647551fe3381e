import { randomUUID } from 'node:crypto';

export interface SyncJob {
	status: 'Running' | 'Success' | 'Partial' | 'Error';
	/** ms since 1970 */
	startedAt: number;
	finishedAt?: number;
	lastTimestampSynced: number;
	rowsSynced: number;
	rowsFailed: number;
}

export interface Integration {
	id: string;
	name: string;
	type: string;
	warehouse: string;
	/** Newest first. */
	jobs: SyncJob[];
}

const DAY = 24 * 3_600_000;
const WAREHOUSES = ['Snowflake', 'BigQuery', 'Redshift', 'Databricks'];

const pastJob = (days: number, status: SyncJob['status']): SyncJob => ({
	status,
	startedAt: Date.now() - days * DAY,
	finishedAt: Date.now() - days * DAY + 60_000,
	lastTimestampSynced: Date.now() - days * DAY - 3_600_000,
	rowsSynced: status === 'Error' ? 0 : 120 - (status === 'Partial' ? 5 : 0),
	rowsFailed: status === 'Success' ? 0 : 5,
});

/** Cloud data ingestion: twelve integrations, the first with twelve past syncs, so that both lists have a second page. */
export class CdiState {
	integrations: Integration[] = [];

	reset(): void {
		this.integrations = Array.from({ length: 12 }, (_, at) => ({
			id: `00000000-0000-4000-8000-${String(at + 1).padStart(12, '0')}`,
			name: `Nightly import ${at + 1}`,
			type: at % 2 === 0 ? 'user_attributes' : 'catalogs',
			warehouse: WAREHOUSES[at % WAREHOUSES.length],
			jobs: at === 0 ? Array.from({ length: 12 }, (__, day) => pastJob(day + 1, day === 1 ? 'Partial' : day === 2 ? 'Error' : 'Success')) : [],
		}));
	}

	age(ms: number): void {
		for (const job of this.integrations.flatMap(({ jobs }) => jobs)) {
			job.startedAt -= ms;
			job.lastTimestampSynced -= ms;
			if (job.finishedAt !== undefined) job.finishedAt -= ms;
		}
	}

	find(id: string): Integration | undefined {
		return this.integrations.find((integration) => integration.id === id);
	}
}

/** The workspace's own id, as these lists show it. */
export const APP_GROUP_ID = randomUUID();
