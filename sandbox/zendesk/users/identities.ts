import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { recordInvalid, recordNotFound } from '../errors';
import { bodyOf, integerId } from '../http';
import { pageOf } from '../paging';
import { presentIdentity } from '../present';
import { RULES } from '../rules';
import type { ZendeskState } from '../state';
import type { Identity } from '../types';
import { indexUser } from './userIndex';
import { addIdentity, findByIdentity } from './userWrite';

const TYPES = ['email', 'phone_number', 'google', 'facebook', 'twitter', 'agent_forwarding', 'messaging', 'sdk', 'any_channel', 'foreign'];

const body = z.object({
	identity: z.object({ type: z.string(), value: z.string(), verified: z.boolean().optional() }),
});

const updateBody = z.object({ identity: z.object({ value: z.string().optional(), verified: z.boolean().optional() }) });

export function identityRoutes(app: FastifyInstance, state: ZendeskState): void {
	const find = (request: FastifyRequest) => {
		const user = state.user(integerId(request));
		const identity = user.identities.find(({ id }) => id === integerId(request, 'identity_id'));
		if (identity === undefined) throw recordNotFound();
		return { user, identity };
	};

	app.get('/users/:id/identities', async (request) => {
		const { identities } = state.user(integerId(request));
		const { items, frame } = pageOf(request, identities, {
			baseUrl: state.world.options.baseUrl,
			id: ({ id }: Identity) => id,
			sortBy: { id: ({ id }: Identity) => id },
		});
		return { identities: items.map((identity) => presentIdentity(state, identity)), ...frame };
	});

	app.get('/users/:id/identities/:identity_id', async (request) => ({ identity: presentIdentity(state, find(request).identity) }));

	app.post('/users/:id/identities', async (request, reply) => {
		const user = state.user(integerId(request));
		const { type, value, verified } = bodyOf(request, body).identity;
		if (!TYPES.includes(type) || value.trim() === '') {
			const field = TYPES.includes(type) ? 'value' : 'type';
			throw recordInvalid({ [field]: [{ description: `${field}: is not valid`, error: 'InvalidValue' }] }, RULES.invalidValue);
		}
		const identity = addIdentity(state, user, type, value, verified);
		if (type === 'phone_number' && user.phone === null) {
			user.phone = value;
			user.shared_phone_number = false;
		}
		user.updated_at = Date.now();
		indexUser(state, user);
		request.notes.summary = `user ${user.id} has the ${type} ${value} now`;
		return await reply.code(201).send({ identity: presentIdentity(state, identity) });
	});

	app.put('/users/:id/identities/:identity_id', async (request) => {
		const { user, identity } = find(request);
		const { value, verified } = bodyOf(request, updateBody).identity;
		const owner = value === undefined ? undefined : findByIdentity(state, identity.type, value);
		if (owner !== undefined && owner !== user) {
			throw recordInvalid({ value: [{ description: `Value: ${value} is already being used by another user`, error: 'DuplicateValue' }] }, RULES.uniqueIdentity);
		}
		if (identity.type === 'phone_number' && user.phone === identity.value && value !== undefined) user.phone = value;
		Object.assign(identity, { value: value ?? identity.value, verified: verified ?? identity.verified, updated_at: Date.now() });
		indexUser(state, user);
		return { identity: presentIdentity(state, identity) };
	});

	app.put('/users/:id/identities/:identity_id/verify', async (request) => {
		const { identity } = find(request);
		identity.verified = true;
		return { identity: presentIdentity(state, identity) };
	});

	// The mail is not modelled: nobody here reads mail.
	app.put('/users/:id/identities/:identity_id/request_verification', async (request) => {
		find(request);
		return {};
	});

	app.put('/users/:id/identities/:identity_id/make_primary', async (request) => {
		const { user, identity } = find(request);
		for (const other of user.identities) if (other.type === identity.type) other.primary = other === identity;
		user.updated_at = Date.now();
		indexUser(state, user);
		return { identities: user.identities.map((each) => presentIdentity(state, each)) };
	});

	app.delete('/users/:id/identities/:identity_id', async (request, reply) => {
		const { user, identity } = find(request);
		const emails = user.identities.filter(({ type }) => type === 'email');
		if (user.role !== 'end-user' && identity.type === 'email' && emails.length === 1) {
			throw recordInvalid({ base: [{ description: 'Identity: the only e-mail address of an agent cannot be deleted' }] }, RULES.identityPrimary);
		}
		user.identities = user.identities.filter((other) => other !== identity);
		if (identity.type === 'phone_number' && user.phone === identity.value) user.phone = null;
		indexUser(state, user);
		return await reply.code(204).send();
	});
}
