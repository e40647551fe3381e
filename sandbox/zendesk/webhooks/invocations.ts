import type { FastifyInstance } from 'fastify';
import { recordNotFound } from '../errors';
import { iso, omit, queryOf } from '../http';
import { pageOf } from '../paging';
import type { ZendeskState } from '../state';
import type { Invocation, InvocationAttempt } from '../types';
import { findWebhook } from './webhooks';

const SEVEN_DAYS = 7 * 24 * 60 * 60_000;

export const presentInvocation = (invocation: Invocation) => ({
	...omit(invocation, 'attempts'),
	created_at: iso(invocation.created_at),
	latest_completed_at: invocation.latest_completed_at === null ? null : iso(invocation.latest_completed_at),
});

const presentAttempt = (attempt: InvocationAttempt) => ({ ...attempt, completed_at: iso(attempt.completed_at) });

/** The delivery log of the last seven days. */
export function invocationRoutes(app: FastifyInstance, state: ZendeskState): void {
	app.get('/webhooks/:id/invocations', async (request) => {
		const webhook = findWebhook(state, request);
		const query = queryOf(request);
		const from = Math.max(Date.now() - SEVEN_DAYS, Date.parse(query['filter[from_ts]'] ?? '') || 0);
		const to = Date.parse(query['filter[to_ts]'] ?? '') || Infinity;
		const status = query['filter[status]'];
		const found = state.invocations.filter(
			(invocation) =>
				invocation.webhook_id === webhook.id &&
				invocation.created_at >= from &&
				invocation.created_at <= to &&
				(status === undefined || invocation.status === status),
		);
		const { items, frame } = pageOf(request, found, {
			baseUrl: state.world.options.baseUrl,
			cursorOnly: true,
			id: ({ id }: Invocation) => id,
			sortBy: { latest_completed_at: ({ latest_completed_at: at, created_at: created }) => at ?? created },
		});
		return { invocations: items.map(presentInvocation), ...frame };
	});

	app.get('/webhooks/:id/invocations/:invocation_id/attempts', async (request) => {
		const webhook = findWebhook(state, request);
		const { invocation_id: id } = request.params as { invocation_id: string };
		const invocation = state.invocations.find((each) => each.id === id && each.webhook_id === webhook.id);
		if (invocation === undefined) throw recordNotFound();
		return { attempts: invocation.attempts.map(presentAttempt) };
	});
}
