import type { FastifyInstance } from 'fastify';
import { recordNotFound } from '../errors';
import { integerId } from '../http';
import { pageOf } from '../paging';
import { presentAudit } from '../present';
import type { ZendeskState } from '../state';
import type { Audit } from '../types';

/** One audit an update, oldest first; never changed afterwards. */
export function auditRoutes(app: FastifyInstance, state: ZendeskState): void {
	app.get('/tickets/:id/audits', async (request) => {
		const ticket = state.ticket(integerId(request));
		const { items, frame } = pageOf(request, state.audits.get(ticket.id) ?? [], {
			baseUrl: state.world.options.baseUrl,
			id: ({ id }: Audit) => id,
			sortBy: { created_at: ({ created_at: at }) => at },
		});
		return { audits: items.map((audit) => presentAudit(state, audit)), ...frame };
	});

	app.get('/tickets/:id/audits/:audit_id', async (request) => {
		const ticket = state.ticket(integerId(request));
		const audit = state.audits.get(ticket.id)?.find(({ id }) => id === integerId(request, 'audit_id'));
		if (audit === undefined) throw recordNotFound();
		return { audit: presentAudit(state, audit) };
	});
}
