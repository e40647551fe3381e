import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { badParam } from '../graph/errors';
import { decidedBy, pageEdge } from '../graph/graph';
import { names } from '../graph/params';
import { RULES } from '../rules';
import type { MessengerState } from '../state';
import type { Person } from '../types';

const DAY = 24 * 3_600_000;

/** Each counted from the people of the sandbox; nobody reports a Page here. */
const METRICS: Record<string, (people: Person[]) => number> = {
	page_messages_total_messaging_connections: (people) => people.filter(({ blocked }) => !blocked).length,
	page_messages_new_conversations_unique: (people) => people.filter(({ startedAt = 0 }) => startedAt > Date.now() - DAY).length,
	page_messages_blocked_conversations_unique: (people) => people.filter(({ blocked }) => blocked).length,
	page_messages_reported_conversations_unique: () => 0,
};

/** `GET /<PAGE_ID>/insights?metric=` for the messaging metrics. */
export function insights(app: FastifyInstance, state: MessengerState): void {
	pageEdge(app, state, {
		method: 'GET',
		path: '/:node/insights',
		permissions: ['pages_read_engagement'],
		input: z.object({ metric: names }),
		answer({ input: { metric }, page, request }) {
			decidedBy(request, RULES.undescribed);
			const people = state.on(page).filter(({ startedAt }) => startedAt !== undefined);
			return {
				data: metric.map((name) => {
					const count = METRICS[name];
					if (count === undefined) throw badParam(`The value must be a valid insights metric, not ${name}`);
					return { name, period: 'day', values: [{ value: count(people), end_time: new Date().toISOString() }], id: `${page.id}/insights/${name}/day` };
				}),
			};
		},
	});
}
