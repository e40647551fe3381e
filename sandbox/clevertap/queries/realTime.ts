import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { parse, route } from '../http';
import type { CleverTapState } from '../state';

const FIVE_MINUTES = 300_000;

const input = z.object({ user_type: z.boolean().default(false) });

/** `POST /1/now.json`: who did something in the last five minutes. New is who was first seen in them. */
export function realTimeRoute(app: FastifyInstance, state: CleverTapState): void {
	route(app, '/1/now.json', {
		POST: ({ body }) => {
			const asked = parse(input, body);
			const since = Date.now() - FIVE_MINUTES;
			const active = state.people.all().filter(({ events }) => [...events.values()].some(({ lastSeen }) => lastSeen >= since));
			const fresh = active.filter(({ createdAt }) => createdAt >= since).length;
			return { status: 'success', count: active.length, ...(asked.user_type ? { user_type: { new: fresh, repeat: active.length - fresh } } : {}) };
		},
	});
}
