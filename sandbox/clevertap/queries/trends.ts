import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { eventsOf } from '../campaigns/audience';
import { dayOf, monthOf, rangeOf, weekOf } from './dates';
import { query } from './queries';
import type { CleverTapState } from '../state';
import type { Millis, TrackedEvent } from '../types';
import { where } from '../campaigns/where';

const TRENDS = ['daily', 'weekly', 'monthly'] as const;

/** Days as 20260131, weeks as 202605, months as 202601. */
const BUCKETS: Record<(typeof TRENDS)[number], (at: Millis) => string> = {
	daily: (at) => String(dayOf(at)),
	weekly: weekOf,
	monthly: monthOf,
};

const input = where.extend({
	event_name: z.string(),
	groups: z.record(z.object({ trend_type: z.enum(TRENDS) })),
	unique: z.boolean().default(false),
	sum_event_prop: z.string().optional(),
});

interface Counting {
	unique: boolean;
	sum_event_prop?: string;
}

function measure(events: TrackedEvent[], { unique, sum_event_prop: property }: Counting): number {
	if (property !== undefined) return events.reduce((sum, { data }) => sum + (Number(data[property]) || 0), 0);
	return unique ? new Set(events.map(({ profile }) => profile)).size : events.length;
}

function trend(events: TrackedEvent[], bucket: (at: Millis) => string, counting: Counting): Record<string, number> {
	const buckets = new Map<string, TrackedEvent[]>();
	for (const event of events) {
		const key = bucket(event.at);
		const inIt = buckets.get(key);
		if (inIt === undefined) buckets.set(key, [event]);
		else inIt.push(event);
	}
	return Object.fromEntries([...buckets].map(([key, inIt]) => [key, measure(inIt, counting)]));
}

/** `/1/counts/trends.json` */
export function trendRoutes(app: FastifyInstance, state: CleverTapState): void {
	query(app, state, {
		path: '/counts/trends.json',
		input,
		range: rangeOf,
		answer: (asked) => {
			const events = eventsOf(state, asked);
			return Object.fromEntries(Object.entries(asked.groups).map(([name, group]) => [name, trend(events, BUCKETS[group.trend_type], asked)]));
		},
	});
}
