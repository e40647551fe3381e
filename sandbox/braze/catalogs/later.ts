import { documented } from '../rules';
import type { BrazeState } from '../state';
import type { Catalog } from './catalogState';

/** How long an asynchronous call to a catalog lies in the queue, ms. */
const QUEUED_MS = 1_000;

/** Does it after the answer, and says so in the log; a catalog that was deleted meanwhile is left alone. */
export function later(state: BrazeState, catalog: Catalog, what: string, act: () => void): void {
	state.world.timers.after(QUEUED_MS, () => {
		if (state.data.catalogs.find(catalog.name) !== catalog) return;
		act();
		catalog.updatedAt = Date.now();
		state.world.events.add({ vendor: 'braze', kind: 'note', summary: `catalog ${catalog.name}: ${what}`, rule: documented('asynchronous: done after the answer') });
	});
}
