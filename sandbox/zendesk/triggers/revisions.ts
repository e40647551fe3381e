import type { FastifyInstance, FastifyRequest } from 'fastify';
import { recordNotFound } from '../errors';
import { integerId, iso } from '../http';
import { pageOf } from '../paging';
import type { ZendeskState } from '../state';
import type { Trigger, TriggerRevision } from './types';

/** Remembers how a trigger stands now. */
export function keepRevision(state: ZendeskState, trigger: Trigger, authorId: number): void {
	const { title, description, active, conditions, actions } = trigger;
	const revisions = state.triggerRevisions.get(trigger.id) ?? [];
	revisions.push({ id: state.nextId(), author_id: authorId, created_at: Date.now(), snapshot: { title, description, active, conditions, actions } });
	state.triggerRevisions.set(trigger.id, revisions);
}

/** `GET /triggers/{id}/revisions`, newest first. */
export function revisionRoutes(app: FastifyInstance, state: ZendeskState, find: (request: FastifyRequest) => Trigger): void {
	const show = (trigger: Trigger, revision: TriggerRevision) => ({
		...revision,
		url: `${state.apiUrl}/triggers/${trigger.id}/revisions/${revision.id}.json`,
		created_at: iso(revision.created_at),
	});
	const revisionsOf = (trigger: Trigger) => state.triggerRevisions.get(trigger.id) ?? [];

	app.get('/triggers/:id/revisions', async (request) => {
		const trigger = find(request);
		const { items, frame } = pageOf(request, revisionsOf(trigger), {
			baseUrl: state.world.options.baseUrl,
			id: ({ id }: TriggerRevision) => -id,
			sortBy: { id: ({ id }: TriggerRevision) => -id },
		});
		return { trigger_revisions: items.map((revision) => show(trigger, revision)), ...frame };
	});

	app.get('/triggers/:id/revisions/:revision_id', async (request) => {
		const trigger = find(request);
		const revision = revisionsOf(trigger).find(({ id }) => id === integerId(request, 'revision_id'));
		if (revision === undefined) throw recordNotFound();
		return { trigger_revision: show(trigger, revision) };
	});
}
