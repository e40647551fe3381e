import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { bodyOf, decidedBy, integerId, listOf, queryOf } from '../http';
import { takeNamed } from '../limits';
import { pageOf, type PagingOptions } from '../paging';
import { presentTicket, presentUser } from '../present';
import { RULES } from '../rules';
import { ticketPaging } from '../tickets/ticketPaging';
import type { ZendeskState } from '../state';
import type { User } from '../types';
import { createUser, findByExternalId, findByIdentity, hasUnknownField, updateUser, userInput, type UserInput } from './userWrite';

const body = z.object({ user: userInput });

/** The customer in the sandbox world that a Zendesk user stands for, where one is named. */
export function customerOf(user: User): string | undefined {
	const braze = user.user_fields.braze_external_id;
	return user.external_id ?? (typeof braze === 'string' ? braze : undefined);
}

function note(state: ZendeskState, request: FastifyRequest, input: UserInput, user: User, what: string): void {
	if (hasUnknownField(state, input)) decidedBy(request, RULES.userFieldIgnored);
	else if (user.shared_phone_number && input.phone) decidedBy(request, RULES.sharedPhone);
	request.notes.summary = `user ${user.id} ${what}: ${user.name}`;
	request.notes.customer = customerOf(user);
}

/** The limits that create_or_update and update user share. */
function paceUpdates(state: ZendeskState, reply: FastifyReply, user?: User): void {
	const { updatesPerUserPerMinute, userUpdatesPerSecond } = state.limits;
	const rule = RULES.userUpdateLimit;
	takeNamed(state.windows, { name: 'users-update-account', key: '', total: userUpdatesPerSecond, perMs: 1000, rule }, reply);
	if (user) takeNamed(state.windows, { name: 'users-update', key: String(user.id), total: updatesPerUserPerMinute, perMs: 60_000, rule }, reply);
}

export const userPaging = (state: ZendeskState): PagingOptions<User> => ({
	baseUrl: state.world.options.baseUrl,
	id: ({ id }) => id,
	sortBy: { id: ({ id }) => id, name: ({ name }) => name, created_at: ({ created_at: at }) => at },
});

/** `role=agent`, or `role[]=agent&role[]=admin`. */
function rolesOf(request: FastifyRequest): string[] {
	const query = request.query as Record<string, string | string[] | undefined>;
	return [query.role, query['role[]']].flatMap((role) => role ?? []);
}

export function userRoutes(app: FastifyInstance, state: ZendeskState): void {
	const show = (user: User) => presentUser(state, user);

	app.get('/users', async (request) => {
		const { external_id: externalId } = queryOf(request);
		const roles = rolesOf(request);
		const users = state.liveUsers().filter(
			(user) => (externalId === undefined || user.external_id === externalId) && (roles.length === 0 || roles.includes(user.role)),
		);
		const { items, frame } = pageOf(request, users, userPaging(state));
		return { users: items.map(show), ...frame };
	});

	app.get('/users/count', async (request) => {
		const roles = rolesOf(request);
		const users = state.liveUsers().filter(({ role }) => roles.length === 0 || roles.includes(role));
		return { count: { value: users.length, refreshed_at: new Date().toISOString() } };
	});

	app.get('/users/me', async (request) => ({ user: show(request.actor) }));

	app.get('/users/show_many', async (request) => {
		const query = queryOf(request);
		const ids = listOf(query.ids).map(Number);
		const externalIds = listOf(query.external_ids);
		const users = state.liveUsers().filter(
			({ id, external_id: externalId }) => ids.includes(id) || (externalId !== null && externalIds.includes(externalId)),
		);
		return { users: users.map(show), next_page: null, previous_page: null, count: users.length };
	});

	app.get('/users/:id', async (request) => ({ user: show(state.user(integerId(request))) }));

	app.get('/users/:id/tickets/requested', async (request) => {
		const { id } = state.user(integerId(request));
		const tickets = state.liveTickets().filter((ticket) => ticket.requester_id === id);
		const { items, frame } = pageOf(request, tickets, ticketPaging(state));
		return { tickets: items.map((ticket) => presentTicket(state, ticket)), ...frame };
	});

	app.post('/users', async (request, reply) => {
		const input = bodyOf(request, body).user;
		const user = createUser(state, input);
		note(state, request, input, user, 'created');
		return await reply.code(201).send({ user: show(user) });
	});

	app.post('/users/create_or_update', async (request, reply) => {
		const input = bodyOf(request, body).user;
		const match =
			(input.external_id ? findByExternalId(state, input.external_id) : undefined) ??
			(input.email ? findByIdentity(state, 'email', input.email) : undefined);
		paceUpdates(state, reply, match);
		const user = match === undefined ? createUser(state, input) : updateUser(state, match, input);
		if (match !== undefined) decidedBy(request, RULES.userMatch);
		note(state, request, input, user, match === undefined ? 'created' : 'updated');
		return await reply.code(match === undefined ? 201 : 200).send({ user: show(user) });
	});

	app.put('/users/:id', async (request, reply) => {
		const user = state.user(integerId(request));
		const input = bodyOf(request, body).user;
		paceUpdates(state, reply, user);
		if (input.email && !findByIdentity(state, 'email', input.email)) decidedBy(request, RULES.secondaryEmail);
		updateUser(state, user, input);
		note(state, request, input, user, 'updated');
		return { user: show(user) };
	});
}
