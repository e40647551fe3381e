import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { verifyCallback } from './callbackVerification';
import { ERRORS, GraphError, notVisible } from '../graph/errors';
import { decidedBy, edge, type Call } from '../graph/graph';
import { flag, names } from '../graph/params';
import { RULES } from '../rules';
import type { MessengerState } from '../state';
import { checkFields } from './subscribedApps';

const OBJECTS = ['page', 'user', 'permissions', 'payments', 'instagram'] as const;

/** App subscriptions take `<APP_ID>|<APP_SECRET>` and nothing else. */
function requireApp({ token, app, path }: Call<unknown>): void {
	if (token.kind !== 'app') throw new GraphError('190', RULES.appToken, `${ERRORS['190']}: this method must be called with an app access_token`);
	if (path.node !== app.id) throw notVisible(path.node);
}

/** The app layer: one callback for each object, verified during the call. */
export function appSubscriptions(app: FastifyInstance, state: MessengerState): void {
	const path = '/:node/subscriptions';
	edge(app, state, {
		method: 'POST',
		path,
		input: z.object({ object: z.enum(OBJECTS), callback_url: z.string(), verify_token: z.string().min(1), fields: names, include_values: flag.default(false) }),
		async answer(call) {
			requireApp(call);
			const { object, callback_url: callback, verify_token: verifyToken, fields, include_values: values } = call.input;
			if (object === 'page') checkFields(fields, 'fields');
			await verifyCallback(state, callback, verifyToken);
			decidedBy(call.request, RULES.oneCallback);
			call.app.subscriptions.set(object, { object, callback_url: callback, verify_token: verifyToken, fields: [...new Set(fields)], include_values: values });
			return { success: true };
		},
	});
	edge(app, state, {
		method: 'GET',
		path,
		input: z.object({}),
		answer(call) {
			requireApp(call);
			return {
				data: [...call.app.subscriptions.values()].map(({ object, callback_url: callback, fields }) => ({
					object,
					callback_url: callback,
					active: true,
					fields: fields.map((name) => ({ name, version: 'v26.0' })),
				})),
			};
		},
	});
	edge(app, state, {
		method: 'DELETE',
		path,
		input: z.object({ object: z.enum(OBJECTS).optional() }),
		answer(call) {
			requireApp(call);
			for (const object of call.input.object === undefined ? OBJECTS : [call.input.object]) call.app.subscriptions.delete(object);
			return { success: true };
		},
	});
}
