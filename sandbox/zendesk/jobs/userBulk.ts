import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { forbidden, invalidAttribute } from '../errors';
import { bodyOf, decidedBy, listOf, queryOf } from '../http';
import { RULES } from '../rules';
import type { ZendeskState } from '../state';
import { deleteUser } from '../users/userDelete';
import { createUser, findByExternalId, findByIdentity, updateUser, userInput, type UserInput } from '../users/userWrite';
import { jobAnswer } from './present';
import { checkSize, rowsOf } from './rows';
import type { JobResult } from './types';

const listBody = z.object({ users: z.array(userInput) });

const updateBody = z.object({ user: userInput.optional(), users: z.array(userInput.extend({ id: z.coerce.number().int().optional() })).optional() });

type Update = { id?: number; input: UserInput };

function updatesOf(request: FastifyRequest): Update[] {
	const { user, users } = bodyOf(request, updateBody);
	const ids = listOf(queryOf(request).ids).map(Number);
	if (ids.length > 0 && user !== undefined) return ids.map((id) => ({ id, input: user }));
	if (users !== undefined) return users.map(({ id, ...input }) => ({ id, input }));
	throw invalidAttribute('ids', 'must name users beside a user, or the body must hold users', RULES.badShape);
}

/** Many users in one call, each of which becomes a row of the job. */
export function userBulkRoutes(app: FastifyInstance, state: ZendeskState): void {
	const queue = <Item>(
		request: FastifyRequest,
		reply: FastifyReply,
		type: string,
		items: Item[],
		who: (item: Item, index: number) => Pick<JobResult, 'index' | 'id'>,
		act: (item: Item) => JobResult,
	) => {
		checkSize('users', items.length);
		const job = state.jobs.queue(type, items.length, () => rowsOf(items, who, act));
		decidedBy(request, RULES.jobQueued);
		request.notes.summary = `job: ${type}, ${items.length} users`;
		return jobAnswer(state, reply, job);
	};
	const byIndex = (_item: unknown, index: number) => ({ index });

	app.post('/users/create_many', async (request, reply) =>
		queue(request, reply, 'Bulk Create User', bodyOf(request, listBody).users, byIndex, (input) => ({
			id: createUser(state, input).id, status: 'Created', success: true,
		})),
	);

	app.post('/users/create_or_update_many', async (request, reply) => {
		if (!state.settings.userImports) throw forbidden(RULES.importsOff);
		return queue(request, reply, 'Bulk Create or Update User', bodyOf(request, listBody).users, byIndex, (input) => {
			const match = (input.external_id ? findByExternalId(state, input.external_id) : undefined) ?? (input.email ? findByIdentity(state, 'email', input.email) : undefined);
			const user = match === undefined ? createUser(state, input) : updateUser(state, match, input);
			return { id: user.id, status: match === undefined ? 'Created' : 'Updated', success: true };
		});
	});

	app.put('/users/update_many', async (request, reply) =>
		queue(request, reply, 'Bulk Update User', updatesOf(request), ({ id }: Update, index) => (id === undefined ? { index } : { id }), ({ id, input }) => {
			const user = id === undefined ? findByExternalId(state, input.external_id ?? '') : state.user(id);
			const updated = updateUser(state, user ?? state.user(-1), input);
			return { id: updated.id, action: 'update', status: 'Updated', success: true };
		}),
	);

	app.delete('/users/destroy_many', async (request, reply) =>
		queue(request, reply, 'Bulk Delete User', listOf(queryOf(request).ids).map(Number), (id) => ({ id }), (id) => {
			deleteUser(state, state.user(id));
			return { action: 'delete', status: 'Deleted', success: true };
		}),
	);
}
