import { matchesAudience } from '../campaigns/audience';
import { DAY_MS } from '../figures/days';
import { newDispatchId } from '../ids';
import type { BrazeState } from '../state';
import type { Canvas } from './canvas';
import { enterCanvas } from './enter';

type Scheduled = Canvas & { entry: { type: 'scheduled' } };

const isScheduled = (canvas: Canvas): canvas is Scheduled => canvas.entry.type === 'scheduled' && canvas.status === 'active' && canvas.draft !== true;

export const scheduledCanvases = (state: BrazeState): Scheduled[] => state.messaging.canvases.filter(isScheduled);

/** ms since 1970; undefined where no Canvas has a schedule. */
export function nextScheduledEntry(state: BrazeState): number | undefined {
	const times = scheduledCanvases(state).map(({ entry }) => entry.nextAt);
	return times.length === 0 ? undefined : Math.min(...times);
}

/** Canvases that the dashboard schedules let their audience in when it is time, as often as that has been. */
export function enterWhereDue(state: BrazeState, now: number): void {
	for (const canvas of scheduledCanvases(state)) {
		while (canvas.entry.nextAt <= now) {
			const at = canvas.entry.nextAt;
			canvas.entry.nextAt += canvas.entry.everyDays * DAY_MS;
			const dispatchId = newDispatchId();
			const { audience } = canvas;
			for (const profile of state.profiles.filter((one) => audience === null || matchesAudience(state.readable(one), audience))) {
				state.enqueue(async () => await enterCanvas(state, canvas, profile, { dispatchId, at }), profile);
			}
		}
	}
}
