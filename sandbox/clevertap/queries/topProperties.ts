import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { eventsOf, property } from '../campaigns/audience';
import { rangeOf } from './dates';
import { query } from './queries';
import type { CleverTapState } from '../state';
import type { TrackedEvent } from '../types';
import { where } from '../campaigns/where';

const group = z.object({
	property_type: z.string(),
	name: z.string(),
	top_n: z.number().int().positive().default(10),
	order: z.enum(['asc', 'desc']).default('desc'),
});
const input = where.extend({ event_name: z.string(), groups: z.record(group) });

/** Values with their counts; all under `STR`, since other kinds are not described. */
function top(events: TrackedEvent[], { property_type: type, name, top_n: size, order }: z.output<typeof group>): { STR: Record<string, number> } {
	const counts = new Map<string, number>();
	for (const { data, profile } of events) {
		const value = type === 'event_properties' ? data[name] : type === 'profile_fields' ? property(profile, name) : undefined;
		if (value === undefined) continue;
		const text = typeof value === 'string' ? value : JSON.stringify(value);
		counts.set(text, (counts.get(text) ?? 0) + 1);
	}
	const sign = order === 'desc' ? -1 : 1;
	return { STR: Object.fromEntries([...counts].sort(([, a], [, b]) => sign * (a - b)).slice(0, size)) };
}

/** `/1/counts/top.json` */
export function topPropertyRoutes(app: FastifyInstance, state: CleverTapState): void {
	query(app, state, {
		path: '/counts/top.json',
		input,
		range: rangeOf,
		answer: (asked) => {
			const events = eventsOf(state, asked);
			return Object.fromEntries(Object.entries(asked.groups).map(([name, wanted]) => [name, top(events, wanted)]));
		},
	});
}
