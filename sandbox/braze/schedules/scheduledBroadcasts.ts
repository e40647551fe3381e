import type { FastifyInstance } from 'fastify';
import { scheduledCanvases } from '../canvas/scheduledEntry';
import { defaultPool, get } from '../endpoint';
import { Refusal } from '../errors';
import { DAY_MS, dateOf } from '../figures/days';
import { MESSAGING_RULES } from '../messages/messagingRules';
import type { BrazeState } from '../state';

/** `GET /messages/scheduled_broadcasts`: what the dashboard has scheduled up to midnight (UTC) of `end_time`; schedules made by API are not in it. */
export function scheduledBroadcasts(app: FastifyInstance, state: BrazeState): void {
	get(app, state, {
		path: '/messages/scheduled_broadcasts',
		permission: 'messages.schedule_broadcasts',
		pools: defaultPool,
		answer: (query, request) => {
			const end = dateOf(query, 'end_time');
			if (end === undefined) throw new Refusal(400, 'end_time is required', MESSAGING_RULES.seriesParameters);
			const midnight = Math.floor(end / DAY_MS) * DAY_MS;
			request.notes.rule = MESSAGING_RULES.scheduledBroadcasts;
			return {
				status: 200,
				body: {
					message: 'success',
					scheduled_broadcasts: scheduledCanvases(state)
						.filter(({ entry }) => entry.nextAt < midnight)
						.map((canvas) => ({
							name: canvas.name,
							id: canvas.id,
							type: 'Canvas',
							tags: canvas.tags ?? [],
							next_send_time: new Date(canvas.entry.nextAt).toISOString(),
							schedule_type: 'UTC',
						})),
				},
			};
		},
	});
}
