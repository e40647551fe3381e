import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { decidedBy, endpoint, type Host } from '../sendbird/endpoint';
import { missing } from '../sendbird/errors';
import { RULES } from './rules';
import { send } from './send';
import type { NotificationsState } from './state';
import { readTargets, routeOf } from './targets';
import { templateOf } from './render';

const value = z.union([z.string(), z.number().transform(String), z.boolean().transform(String)]);

export const pushTemplate = z
	.object({ title: z.string().optional(), body: z.string().optional() })
	.transform(({ title, body }) => {
		if (title === undefined || title === '') throw missing('push_template.title', RULES.push);
		return { title, body };
	});

const input = z.object({
	template: z.object({ key: z.string().min(1), variables: z.record(z.record(value)).default({}) }),
	mode: z.enum(['realtime', 'batch', 'single', 'multi', 'auto']).optional(),
	targets: z.array(z.string().min(1)).optional(),
	targets_filename: z.string().min(1).optional(),
	push_template: pushTemplate.optional(),
	notification_group: z.string().optional(),
});

type Input = z.output<typeof input>;

const PATHS = ['/v1/notifications', '/v1/notifications/messages', '/v2/notifications', '/v2/notifications/messages'];

/** What decided a plain send. */
const MODE_RULES = { realtime: RULES.modeRealtime, batch: RULES.modeBatch, single: RULES.modeOld, multi: RULES.modeOld } as const;

const queued = ({ mode = 'auto', targets = [] }: Input): boolean => mode === 'batch' || mode === 'multi' || (mode === 'auto' && targets.length > 10);

/** Sends to one or many: realtime and batch, and the older modes. */
export function notifications(app: FastifyInstance, host: Host, state: NotificationsState): void {
	for (const path of PATHS) {
		endpoint(app, host, {
			method: 'POST',
			path,
			body: input,
			unlimited: queued,
			answer({ body, request }) {
				const template = templateOf(state, body.template.key);
				const targets = readTargets(state, body.targets, body.targets_filename);
				const route = routeOf(body.mode ?? 'auto', targets.length, body.targets_filename !== undefined);
				const variables = new Map(Object.entries(body.template.variables));
				const wanted = new Set(targets);
				const strangers = [...variables.keys()].filter((id) => !wanted.has(id));
				if (strangers.length > 0) state.note(`variables for ${strangers.length} user(s) who are no targets, ${strangers[0]} for one, are ignored`, RULES.variableStranger);
				decidedBy(request, body.mode === undefined ? RULES.modeMissing : path === PATHS[0] ? MODE_RULES[route.mode] : RULES.path);
				request.notes.customer = targets.length === 1 ? targets[0] : undefined;
				const recipients = targets.map((userId) => ({ userId, variables: variables.get(userId) ?? {} }));
				const { notificationId } = send(state, route, { template, recipients, push: body.push_template, via: 'api' }, body.targets_filename);
				return { notification_id: notificationId, mode: route.mode, target_count: targets.length };
			},
		});
	}
}
