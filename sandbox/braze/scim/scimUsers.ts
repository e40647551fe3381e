import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { jsonObject } from '../json';
import { guardedRoute, noBody } from '../route';
import { documented, unconfirmed } from '../rules';
import type { BrazeState } from '../state';
import { allowScim, scimError } from './scimAuth';
import type { DashboardUser } from './scimState';

const USER_SCHEMA = 'urn:ietf:params:scim:schemas:core:2.0:User';
const LIST_SCHEMA = 'urn:ietf:params:scim:api:messages:2.0:ListResponse';

const common = { allow: allowScim, pools: ['scim' as const] };

const changeable = {
	schemas: z.array(z.string()).refine((schemas) => schemas.includes(USER_SCHEMA), `must hold ${USER_SCHEMA}`),
	name: z.object({ givenName: z.string().min(1), familyName: z.string().min(1) }),
	department: z.string().min(1),
};
const newUser = z.object({ ...changeable, userName: z.string().email(), permissions: jsonObject.optional() });
/** A `userName` may stand there and is not taken. */
const changedUser = z.object({ ...changeable, permissions: jsonObject });

/** Braze writes dates out here: "Thursday, January 1, 1970 12:00:00 AM", UTC. */
const longDate = (ms: number): string => {
	const date = new Date(ms);
	const day = date.toLocaleDateString('en-US', { weekday: 'long', year: 'numeric', month: 'long', day: 'numeric', timeZone: 'UTC' });
	return `${day} ${date.toLocaleTimeString('en-US', { timeZone: 'UTC' }).replace('\u202f', ' ')}`;
};

const shown = (user: DashboardUser) => ({
	id: user.id,
	userName: user.userName,
	name: user.name,
	department: user.department,
	lastSignInAt: longDate(user.lastSignInAt),
	permissions: user.permissions,
});

const one = (user: DashboardUser) => ({ schemas: [USER_SCHEMA], ...shown(user) });

function requireUser(state: BrazeState, id: string): DashboardUser {
	const user = state.data.scim.find(id);
	if (user === undefined) throw scimError(404, 'User not found');
	return user;
}

function reads(app: FastifyInstance, state: BrazeState): void {
	guardedRoute(app, state, {
		...common,
		method: 'GET',
		path: '/scim/v2/Users',
		body: noBody,
		answer: ({ query, request }) => {
			const email = /^userName eq "([^"]+)"$/i.exec(query.one('filter') ?? '')?.[1];
			if (email === undefined) throw scimError(400, 'filter must read userName eq "email"', unconfirmed('only the search by address is documented; there is no list of all users'));
			const user = state.data.scim.byUserName(email);
			request.notes.rule = documented('search by address');
			return { status: 200, body: { schemas: [LIST_SCHEMA], totalResults: user ? 1 : 0, Resources: user ? [shown(user)] : [] } };
		},
	});
	guardedRoute(app, state, {
		...common,
		method: 'GET',
		path: '/scim/v2/Users/:id',
		body: noBody,
		answer: ({ params, request }) => {
			const user = requireUser(state, params.id);
			request.notes.rule = documented('one dashboard user');
			return { status: 200, body: { ...one(user), createdAt: longDate(user.createdAt) } };
		},
	});
}

function writes(app: FastifyInstance, state: BrazeState): void {
	guardedRoute(app, state, {
		...common,
		method: 'POST',
		path: '/scim/v2/Users',
		body: newUser,
		answer: ({ body: { userName, name, department, permissions = {} }, request }) => {
			if (state.data.scim.byUserName(userName)) throw scimError(409, 'User already exists in the database.');
			const user: DashboardUser = { id: randomUUID(), userName, name, department, permissions, createdAt: Date.now(), lastSignInAt: 0 };
			state.data.scim.users.push(user);
			request.notes.rule = documented('created; never signed in reads as 1970; the status 201 is unconfirmed');
			return { status: 201, body: one(user) };
		},
	});
	guardedRoute(app, state, {
		...common,
		method: 'PUT',
		path: '/scim/v2/Users/:id',
		body: changedUser,
		answer: ({ body: { name, department, permissions }, params, request }) => {
			const user = Object.assign(requireUser(state, params.id), { name, department, permissions });
			request.notes.rule = documented('the address cannot be changed; everything else is replaced');
			return { status: 200, body: one(user) };
		},
	});
	guardedRoute(app, state, {
		...common,
		method: 'DELETE',
		path: '/scim/v2/Users/:id',
		body: noBody,
		answer: ({ params, request }) => {
			const gone = requireUser(state, params.id);
			state.data.scim.users = state.data.scim.users.filter((user) => user !== gone);
			request.notes.rule = documented('204 and no body');
			return { status: 204, body: {} };
		},
	});
}

/** `/scim/v2/Users`: dashboard users, not customers. */
export function scimUsers(app: FastifyInstance, state: BrazeState): void {
	reads(app, state);
	writes(app, state);
}
