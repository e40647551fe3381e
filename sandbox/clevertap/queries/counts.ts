import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { eventsOf, profilesOf } from '../campaigns/audience';
import { rangeOf } from './dates';
import { query } from './queries';
import type { CleverTapState } from '../state';
import { where } from '../campaigns/where';

const eventCount = where.extend({ event_name: z.string(), unique: z.boolean().default(false) });

/** `/1/counts/events.json` and `/1/counts/profiles.json` */
export function countRoutes(app: FastifyInstance, state: CleverTapState): void {
	query(app, state, {
		path: '/counts/events.json',
		input: eventCount,
		range: rangeOf,
		answer: (input) => {
			const events = eventsOf(state, input);
			return { count: input.unique ? new Set(events.map(({ profile }) => profile)).size : events.length };
		},
	});
	query(app, state, {
		path: '/counts/profiles.json',
		input: where,
		// Without an event the properties alone are counted, and there are no days.
		range: (input) => (input.event_name === undefined ? undefined : rangeOf(input)),
		answer: (input) => ({ count: profilesOf(state, input).length }),
	});
}
