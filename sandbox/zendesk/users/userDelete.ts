import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { recordInvalid } from '../errors';
import { bodyOf, decidedBy, integerId, iso } from '../http';
import { presentUser } from '../present';
import { RULES } from '../rules';
import type { ZendeskState } from '../state';
import type { User } from '../types';
import { indexUser } from './userIndex';

const mergeBody = z.object({ user: z.object({ id: z.coerce.number().int() }) });

/** 422 while tickets of theirs are not closed. What names them is free again; the record stays. */
export function deleteUser(state: ZendeskState, user: User): void {
	if (state.liveTickets().some((ticket) => ticket.requester_id === user.id && ticket.status !== 'closed')) {
		throw recordInvalid({ base: [{ description: `${user.name}: has tickets that are not closed` }] }, RULES.userBusy);
	}
	leave(state, user);
}

function leave(state: ZendeskState, user: User): void {
	Object.assign(user, { active: false, identities: [], external_id: null, phone: null, organization_id: null, updated_at: Date.now() });
	state.memberships = state.memberships.filter(({ user_id: id }) => id !== user.id);
	state.index.remove('user', user.id);
}

/** Tickets and identities go over; the other one is deleted. */
function mergeInto(state: ZendeskState, from: User, into: User): void {
	for (const ticket of state.tickets.values()) if (ticket.requester_id === from.id) ticket.requester_id = into.id;
	for (const identity of from.identities) into.identities.push({ ...identity, user_id: into.id, primary: false });
	into.external_id ??= from.external_id;
	into.phone ??= from.phone;
	into.updated_at = Date.now();
	leave(state, from);
	indexUser(state, into);
}

/** Delete, merge, and the list of the deleted. */
export function userDeleteRoutes(app: FastifyInstance, state: ZendeskState): void {
	app.delete('/users/:id', async (request) => {
		const user = state.user(integerId(request));
		deleteUser(state, user);
		decidedBy(request, RULES.userDeleted);
		request.notes.summary = `user ${user.id} deleted`;
		return { user: presentUser(state, user) };
	});

	app.put('/users/:id/merge', async (request) => {
		const from = state.user(integerId(request));
		const into = state.user(bodyOf(request, mergeBody).user.id);
		if (from === into || from.role !== 'end-user' || into.role !== 'end-user') {
			throw recordInvalid({ base: [{ description: 'Merge: only two different end users can be merged' }] }, RULES.userMerge);
		}
		mergeInto(state, from, into);
		decidedBy(request, RULES.userMerge);
		request.notes.summary = `user ${from.id} merged into ${into.id}`;
		return { user: presentUser(state, into) };
	});

	app.get('/deleted_users', async () => {
		const users = [...state.users.values()].filter(({ active }) => !active);
		return {
			deleted_users: users.map((user) => ({ id: user.id, name: user.name, email: null, role: user.role, active: false, created_at: iso(user.created_at), updated_at: iso(user.updated_at) })),
			next_page: null,
			previous_page: null,
			count: users.length,
		};
	});
}
