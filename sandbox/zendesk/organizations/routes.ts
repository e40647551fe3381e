import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { invalidAttribute, recordNotFound } from '../errors';
import { bodyOf, decidedBy, integerId, iso, listOf, queryOf } from '../http';
import { pageOf } from '../paging';
import { presentTicket, presentUser } from '../present';
import { RULES } from '../rules';
import type { ZendeskState } from '../state';
import { ticketPaging } from '../tickets/ticketPaging';
import { userPaging } from '../users/users';
import { createOrganization, deleteOrganization, findOrganization, organizationInput, updateOrganization } from './write';
import type { Organization } from './types';

const body = z.object({ organization: organizationInput });
const upsertBody = z.object({ organization: organizationInput.extend({ id: z.coerce.number().int().optional() }) });

export const presentOrganization = (state: ZendeskState, organization: Organization) => ({
	url: `${state.apiUrl}/organizations/${organization.id}.json`,
	...organization,
	created_at: iso(organization.created_at),
	updated_at: iso(organization.updated_at),
});

export function findIn(state: ZendeskState, request: FastifyRequest): Organization {
	const organization = state.organizations.get(integerId(request));
	if (organization === undefined) throw recordNotFound();
	return organization;
}

export function organizationRoutes(app: FastifyInstance, state: ZendeskState): void {
	const show = (organization: Organization) => presentOrganization(state, organization);
	const all = () => [...state.organizations.values()];
	const list = (request: FastifyRequest, organizations: Organization[]) => {
		const { items, frame } = pageOf(request, organizations, {
			baseUrl: state.world.options.baseUrl,
			id: ({ id }: Organization) => id,
			sortBy: { id: ({ id }: Organization) => id, name: ({ name }) => name },
		});
		return { organizations: items.map(show), ...frame };
	};

	app.get('/organizations', async (request) => list(request, all()));

	app.get('/organizations/count', async () => ({ count: { value: state.organizations.size, refreshed_at: new Date().toISOString() } }));

	app.get('/organizations/show_many', async (request) => {
		const { ids, external_ids: externalIds } = queryOf(request);
		return list(request, all().filter(({ id, external_id: external }) => listOf(ids).includes(String(id)) || (external !== null && listOf(externalIds).includes(external))));
	});

	app.get('/organizations/search', async (request) => {
		const { external_id: externalId, name } = queryOf(request);
		if (externalId === undefined && name === undefined) throw invalidAttribute('external_id', 'or name is missing', RULES.badShape);
		decidedBy(request, RULES.organizationExternalId);
		return list(request, all().filter((each) => (externalId === undefined ? each.name.toLowerCase() === name?.toLowerCase() : each.external_id === externalId)));
	});

	app.get('/organizations/autocomplete', async (request) => {
		const name = (queryOf(request).name ?? '').toLowerCase();
		if (name.length < 2) throw invalidAttribute('name', 'must be at least 2 characters', RULES.autocompleteShort);
		return list(request, all().filter((each) => each.name.toLowerCase().startsWith(name)));
	});

	app.get('/organizations/:id', async (request) => ({ organization: show(findIn(state, request)) }));

	app.get('/organizations/:id/related', async (request) => {
		const { id } = findIn(state, request);
		return {
			organization_related: {
				tickets_count: state.liveTickets().filter((ticket) => ticket.organization_id === id).length,
				users_count: state.liveUsers().filter((user) => user.organization_id === id).length,
			},
		};
	});

	app.get('/organizations/:id/users', async (request) => {
		const { id } = findIn(state, request);
		const { items, frame } = pageOf(request, state.liveUsers().filter((user) => user.organization_id === id), userPaging(state));
		return { users: items.map((user) => presentUser(state, user)), ...frame };
	});

	app.get('/organizations/:id/tickets', async (request) => {
		const { id } = findIn(state, request);
		const { items, frame } = pageOf(request, state.liveTickets().filter((ticket) => ticket.organization_id === id), ticketPaging(state));
		return { tickets: items.map((ticket) => presentTicket(state, ticket)), ...frame };
	});

	app.post('/organizations', async (request, reply) => {
		const organization = createOrganization(state, bodyOf(request, body).organization);
		request.notes.summary = `organization "${organization.name}" created`;
		return await reply.code(201).send({ organization: show(organization) });
	});

	app.post('/organizations/create_or_update', async (request, reply) => {
		const { id, ...input } = bodyOf(request, upsertBody).organization;
		const match = id === undefined ? (input.external_id ? findOrganization(state, input.external_id) : undefined) : state.organizations.get(id);
		const organization = match === undefined ? createOrganization(state, input) : updateOrganization(state, match, input);
		decidedBy(request, RULES.organizationMatch);
		request.notes.summary = `organization "${organization.name}" ${match === undefined ? 'created' : 'updated'}`;
		return await reply.code(match === undefined ? 201 : 200).send({ organization: show(organization) });
	});

	app.put('/organizations/:id', async (request) => {
		const organization = updateOrganization(state, findIn(state, request), bodyOf(request, body).organization);
		request.notes.summary = `organization "${organization.name}" updated`;
		return { organization: show(organization) };
	});

	app.delete('/organizations/:id', async (request, reply) => {
		deleteOrganization(state, findIn(state, request));
		return await reply.code(204).send();
	});
}
