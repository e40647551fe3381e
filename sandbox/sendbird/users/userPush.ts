import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { decidedBy, endpoint, type Host } from '../endpoint';
import { invalid, missing, notFound } from '../errors';
import { basicUser } from '../present';
import { RULES } from '../rules';
import type { PushTokenType, User } from '../types';

const TYPES: readonly PushTokenType[] = ['gcm', 'apns', 'huawei'];
const FIELD: Record<PushTokenType, 'gcm_reg_token' | 'apns_device_token' | 'huawei_device_token'> = { gcm: 'gcm_reg_token', apns: 'apns_device_token', huawei: 'huawei_device_token' };

function typeOf(text: string): PushTokenType {
	const type = TYPES.find((each) => each === text);
	if (type === undefined) throw invalid('Invalid value: "token_type". gcm, apns or huawei.');
	return type;
}

/** Device tokens for push. */
export function userPush(app: FastifyInstance, host: Host): void {
	const { application } = host;
	const ownersOf = (type: PushTokenType, token: string): User[] => [...application.users.values()].filter(({ devices }) => devices[type].includes(token));
	const base = '/v3/users/:user_id/push';
	endpoint(app, host, {
		method: 'GET',
		path: `${base}/:token_type`,
		answer({ path }) {
			const user = application.user(path.user_id);
			const type = typeOf(path.token_type);
			return { type, token: user.devices[type], tokens: user.devices[type], user: basicUser(user) };
		},
	});
	endpoint(app, host, {
		method: 'POST',
		path: `${base}/:token_type`,
		body: z.object({ gcm_reg_token: z.string().optional(), apns_device_token: z.string().optional(), huawei_device_token: z.string().optional() }),
		answer({ path, body, request }) {
			const user = application.user(path.user_id);
			const type = typeOf(path.token_type);
			const token = body[FIELD[type]];
			if (token === undefined) throw missing(FIELD[type]);
			if (!user.devices[type].includes(token)) user.devices[type].push(token);
			decidedBy(request, RULES.pushTokenList);
			return { type, token: [token], user: basicUser(user) };
		},
	});
	endpoint(app, host, {
		method: 'DELETE',
		path: `${base}/:token_type/:token`,
		answer({ path }) {
			const user = application.user(path.user_id);
			const type = typeOf(path.token_type);
			if (!user.devices[type].includes(path.token)) throw notFound('PushToken');
			user.devices[type] = user.devices[type].filter((token) => token !== path.token);
			return { token: [path.token], user: basicUser(user) };
		},
	});
	endpoint(app, host, {
		method: 'DELETE',
		path: base,
		answer({ path }) {
			const user = application.user(path.user_id);
			const all = TYPES.flatMap((type) => user.devices[type]);
			user.devices = { gcm: [], apns: [], huawei: [] };
			return { token: all, user: basicUser(user) };
		},
	});
	endpoint(app, host, {
		method: 'GET',
		path: '/v3/push/device_tokens/:token_type/:token',
		answer: ({ path }) => ownersOf(typeOf(path.token_type), path.token).map(({ user_id: id }) => ({ user_id: id })),
	});
	endpoint(app, host, {
		method: 'DELETE',
		path: '/v3/push/device_tokens/:token_type/:token',
		answer({ path }) {
			const type = typeOf(path.token_type);
			const owners = ownersOf(type, path.token);
			for (const { devices } of owners) devices[type] = devices[type].filter((token) => token !== path.token);
			return owners.map(({ user_id: id }) => ({ user_id: id }));
		},
	});
}
