import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { defaultPool, post } from '../endpoint';
import type { Permission } from '../permissions';
import type { BrazeState } from '../state';
import { changeSchedule, requireSchedule, withdraw } from './change';
import { readSchedule, scheduleObject } from './when';

interface Owner {
	kind: 'campaign' | 'canvas';
	/** Braze's own path up to `/update` and `/delete`. */
	path: string;
	/** The field that names the owner. */
	field: 'campaign_id' | 'canvas_id';
	permissions: { update: Permission; delete: Permission };
	/** Throws where there is no such owner. */
	requireOwner: (id: string | undefined) => void;
}

const owned = z.object({ campaign_id: z.string().optional(), canvas_id: z.string().optional(), schedule_id: z.string() });

/** Update and delete of the schedules of API-triggered campaigns and Canvases: both name their owner. */
export function triggerSchedule(app: FastifyInstance, state: BrazeState, { kind, path, field, permissions, requireOwner }: Owner): void {
	post(app, state, {
		path: `${path}/update`,
		permission: permissions.update,
		pools: defaultPool,
		body: owned.extend({ schedule: scheduleObject }),
		answer: (input, request) => {
			requireOwner(input[field]);
			const schedule = requireSchedule(state, kind, input.schedule_id, input[field]);
			changeSchedule(state, schedule, { when: readSchedule(input.schedule) }, request);
			return { status: 201, body: { message: 'success' } };
		},
	});
	post(app, state, {
		path: `${path}/delete`,
		permission: permissions.delete,
		pools: defaultPool,
		body: owned,
		answer: (input, request) => {
			requireOwner(input[field]);
			withdraw(state, requireSchedule(state, kind, input.schedule_id, input[field]), request);
			return { status: 201, body: { message: 'success' } };
		},
	});
}
