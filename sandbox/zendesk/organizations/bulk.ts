import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { recordNotFound } from '../errors';
import { bodyOf, decidedBy, listOf, queryOf } from '../http';
import { jobAnswer } from '../jobs/present';
import { checkSize, rowsOf } from '../jobs/rows';
import { RULES } from '../rules';
import type { ZendeskState } from '../state';
import { createOrganization, deleteOrganization, organizationInput, updateOrganization } from './write';
import type { Organization } from './types';

const createBody = z.object({ organizations: z.array(organizationInput) });
const updateBody = z.object({ organizations: z.array(organizationInput.extend({ id: z.coerce.number().int() })) });

/** Many organizations in one call, as jobs. */
export function organizationBulkRoutes(app: FastifyInstance, state: ZendeskState): void {
	const find = (id: number): Organization => {
		const organization = state.organizations.get(id);
		if (organization === undefined) throw recordNotFound();
		return organization;
	};

	app.post('/organizations/create_many', async (request, reply) => {
		const { organizations } = bodyOf(request, createBody);
		checkSize('organizations', organizations.length);
		decidedBy(request, RULES.jobQueued);
		return jobAnswer(state, reply, state.jobs.queue('Bulk Create Organization', organizations.length, () =>
			rowsOf(organizations, (_input, index) => ({ index }), (input) => ({ id: createOrganization(state, input).id, status: 'Created', success: true })),
		));
	});

	app.put('/organizations/update_many', async (request, reply) => {
		const { organizations } = bodyOf(request, updateBody);
		checkSize('organizations', organizations.length);
		decidedBy(request, RULES.jobQueued);
		return jobAnswer(state, reply, state.jobs.queue('Bulk Update Organization', organizations.length, () =>
			rowsOf(organizations, ({ id }) => ({ id }), ({ id, ...input }) => {
				updateOrganization(state, find(id), input);
				return { action: 'update', status: 'Updated', success: true };
			}),
		));
	});

	app.delete('/organizations/destroy_many', async (request, reply) => {
		const { ids, external_ids: externalIds } = queryOf(request);
		const named = listOf(externalIds).flatMap((external) => [...state.organizations.values()].filter((each) => each.external_id === external).map(({ id }) => id));
		const wanted = [...listOf(ids).map(Number), ...named];
		checkSize('ids', wanted.length);
		decidedBy(request, RULES.jobQueued);
		return jobAnswer(state, reply, state.jobs.queue('Bulk Delete Organization', wanted.length, () =>
			rowsOf(wanted, (id) => ({ id }), (id) => {
				deleteOrganization(state, find(id));
				return { action: 'delete', status: 'Deleted', success: true };
			}),
		));
	});
}
