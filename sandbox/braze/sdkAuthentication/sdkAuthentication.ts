import { createPublicKey, randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { Refusal } from '../errors';
import { noBody, route } from '../route';
import { documented } from '../rules';
import type { BrazeState } from '../state';
import type { SdkKey } from './sdkKeyState';

/** Keys of one app. */
const KEYS_MAX = 3;

const appAndKey = z.object({ app_id: z.string().min(1), key_id: z.string().min(1) });
const newKey = z.object({
	app_id: z.string().min(1),
	rsa_public_key_str: z.string().min(1),
	description: z.string().min(1),
	make_primary: z.boolean().optional(),
});

const refuse = (message: string): never => {
	throw new Refusal(400, message, documented(`${message}; the wording and the status are the sandbox’s own`));
};

function keysOf(state: BrazeState, appId: string | undefined): SdkKey[] {
	const app = state.messaging.apps.find(({ id }) => id === appId);
	return app === undefined ? refuse('app_id must be a valid app API identifier') : state.data.sdkKeys.of(app.id);
}

const requireKey = (keys: SdkKey[], id: string): SdkKey => keys.find((key) => key.id === id) ?? refuse('the SDK Authentication key must exist for the app');

const shown = (keys: SdkKey[]) => ({
	keys: keys.map((key) => ({ id: key.id, rsa_public_key: key.rsaPublicKey, description: key.description, is_primary: key.isPrimary })),
});

function isRsaPublicKey(pem: string): boolean {
	try {
		return createPublicKey(pem).asymmetricKeyType === 'rsa';
	} catch {
		return false;
	}
}

function makePrimary(keys: SdkKey[], primary: SdkKey): void {
	for (const key of keys) key.isPrimary = key === primary;
}

function create(app: FastifyInstance, state: BrazeState): void {
	route(app, state, {
		method: 'POST',
		path: '/app_group/sdk_authentication/create',
		permission: 'sdk_authentication.create',
		pools: ['default'],
		body: newKey,
		answer: ({ body, request }) => {
			const keys = keysOf(state, body.app_id);
			if (!isRsaPublicKey(body.rsa_public_key_str)) refuse('rsa_public_key_str must be a valid RSA public key');
			if (keys.length >= KEYS_MAX) refuse(`an app has at most ${KEYS_MAX} SDK Authentication keys`);
			const key: SdkKey = { id: randomUUID(), rsaPublicKey: body.rsa_public_key_str, description: body.description, isPrimary: false };
			keys.push(key);
			if (body.make_primary) makePrimary(keys, key);
			request.notes.rule = documented('the answer is the new key’s id; the status 201 is unconfirmed');
			return { status: 201, body: { id: key.id } };
		},
	});
}

function change(app: FastifyInstance, state: BrazeState): void {
	route(app, state, {
		method: 'PUT',
		path: '/app_group/sdk_authentication/primary',
		permission: 'sdk_authentication.primary',
		pools: ['default'],
		body: appAndKey,
		answer: ({ body, request }) => {
			const keys = keysOf(state, body.app_id);
			makePrimary(keys, requireKey(keys, body.key_id));
			request.notes.rule = documented('one key of an app is the primary one');
			return { status: 200, body: shown(keys) };
		},
	});
	route(app, state, {
		method: 'DELETE',
		path: '/app_group/sdk_authentication/delete',
		permission: 'sdk_authentication.delete',
		pools: ['default'],
		body: appAndKey,
		answer: ({ body, request }) => {
			const keys = keysOf(state, body.app_id);
			const key = requireKey(keys, body.key_id);
			if (key.isPrimary) refuse('the primary SDK Authentication key cannot be deleted');
			keys.splice(keys.indexOf(key), 1);
			request.notes.rule = documented('the keys that are left');
			return { status: 200, body: shown(keys) };
		},
	});
}

function list(app: FastifyInstance, state: BrazeState): void {
	route(app, state, {
		method: 'GET',
		path: '/app_group/sdk_authentication/keys',
		permission: 'sdk_authentication.keys',
		pools: ['default'],
		body: noBody,
		answer: ({ query, request }) => {
			const keys = keysOf(state, query.one('app_id'));
			request.notes.rule = documented('all keys of one app');
			return { status: 200, body: shown(keys) };
		},
	});
}

/** `/app_group/sdk_authentication/…` */
export function sdkAuthentication(app: FastifyInstance, state: BrazeState): void {
	create(app, state);
	change(app, state);
	list(app, state);
}
