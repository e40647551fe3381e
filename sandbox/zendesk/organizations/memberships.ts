import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { recordInvalid, recordNotFound } from '../errors';
import { bodyOf, integerId, iso } from '../http';
import { pageOf } from '../paging';
import { RULES } from '../rules';
import type { ZendeskState } from '../state';
import type { OrganizationMembership } from './types';

const body = z.object({
	organization_membership: z.object({ user_id: z.coerce.number().int().optional(), organization_id: z.coerce.number().int() }),
});

/** Who belongs to which organization; a user's first one is the default and stands on the user. */
export function organizationMembershipRoutes(app: FastifyInstance, state: ZendeskState): void {
	const show = (membership: OrganizationMembership) => ({
		url: `${state.apiUrl}/organization_memberships/${membership.id}.json`,
		...membership,
		organization_name: state.organizations.get(membership.organization_id)?.name ?? null,
		created_at: iso(membership.created_at),
		updated_at: iso(membership.updated_at),
	});
	const list = (request: FastifyRequest, which: (membership: OrganizationMembership) => boolean) => {
		const { items, frame } = pageOf(request, state.memberships.filter(which), {
			baseUrl: state.world.options.baseUrl,
			id: ({ id }: OrganizationMembership) => id,
			sortBy: { id: ({ id }: OrganizationMembership) => id },
		});
		return { organization_memberships: items.map(show), ...frame };
	};
	const find = (id: number): OrganizationMembership => {
		const membership = state.memberships.find((each) => each.id === id);
		if (membership === undefined) throw recordNotFound();
		return membership;
	};
	const create = (userId: number, organizationId: number): OrganizationMembership => {
		const user = state.user(userId);
		const taken = state.memberships.some((each) => each.user_id === userId && each.organization_id === organizationId);
		if (taken || !state.organizations.has(organizationId)) {
			throw recordInvalid({ organization_id: [{ description: `Organization: ${taken ? 'the user is a member already' : 'does not exist'}` }] }, RULES.invalidValue);
		}
		const now = Date.now();
		const first = !state.memberships.some((each) => each.user_id === userId);
		const membership = { id: state.nextId(), user_id: userId, organization_id: organizationId, default: first, created_at: now, updated_at: now };
		state.memberships.push(membership);
		if (first) user.organization_id = organizationId;
		return membership;
	};
	const remove = (membership: OrganizationMembership) => {
		state.memberships = state.memberships.filter((each) => each !== membership);
		const user = state.users.get(membership.user_id);
		if (user?.organization_id === membership.organization_id) user.organization_id = null;
	};

	app.get('/organization_memberships', async (request) => list(request, () => true));
	app.get('/organization_memberships/:id', async (request) => ({ organization_membership: show(find(integerId(request))) }));
	app.get('/users/:id/organization_memberships', async (request) => {
		const { id } = state.user(integerId(request));
		return list(request, (membership) => membership.user_id === id);
	});
	app.get('/organizations/:id/organization_memberships', async (request) => {
		const id = integerId(request);
		return list(request, (membership) => membership.organization_id === id);
	});

	app.post('/organization_memberships', async (request, reply) => {
		const { user_id: user = -1, organization_id: organization } = bodyOf(request, body).organization_membership;
		return await reply.code(201).send({ organization_membership: show(create(user, organization)) });
	});
	app.post('/users/:id/organization_memberships', async (request, reply) => {
		const { organization_id: organization } = bodyOf(request, body).organization_membership;
		return await reply.code(201).send({ organization_membership: show(create(integerId(request), organization)) });
	});

	app.delete('/organization_memberships/:id', async (request, reply) => {
		remove(find(integerId(request)));
		return await reply.code(204).send();
	});
	app.delete('/users/:id/organization_memberships/:membership_id', async (request, reply) => {
		remove(find(integerId(request, 'membership_id')));
		return await reply.code(204).send();
	});
}
