import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { minuteOf, rangeOf } from '../queries/dates';
import { badRequest, CleverTapError } from '../errors';
import { parse, route, type Call } from '../http';
import { RULES } from '../rules';
import type { CleverTapState } from '../state';
import type { Campaign } from '../types';

const id = z.object({ id: z.union([z.number(), z.string().regex(/^\d+$/).transform(Number)]) });

function campaignOf({ campaigns }: CleverTapState, { body }: Call): Campaign {
	const asked = parse(id, body);
	const campaign = campaigns.get(asked.id);
	if (campaign === undefined) throw new CleverTapError(404, `No campaign ${asked.id}`, RULES.targetUnknown);
	return campaign;
}

/** `POST /1/targets/list.json`, `result.json`, `stop.json` */
export function targetRoutes(app: FastifyInstance, state: CleverTapState): void {
	route(app, '/1/targets/list.json', {
		POST: ({ body }) => {
			const { from, until } = rangeOf(body);
			const targets = [...state.campaigns.values()]
				.filter(({ delivery, createdAt }) => delivery === 'api' && createdAt >= from && createdAt < until)
				.map(({ id: number, name, scheduledAt, status }) => ({ id: number, name, scheduled_on: minuteOf(scheduledAt), status }));
			return { status: 'success', targets };
		},
	});
	route(app, '/1/targets/result.json', {
		POST: (call) => {
			const { status, figures } = campaignOf(state, call);
			if (status !== 'completed') throw new CleverTapError(409, `The campaign has not completed: ${status}`, RULES.targetResultStatus);
			const { sent, viewed, clicked } = figures;
			return { status: 'success', result: { sent, viewed, clicked } };
		},
	});
	route(app, '/1/targets/stop.json', {
		POST: (call) => {
			const campaign = campaignOf(state, call);
			if (campaign.status !== 'scheduled' && campaign.status !== 'running') throw badRequest(`The campaign is ${campaign.status}`, RULES.targetStop);
			campaign.status = 'stopped';
			state.schedule.cancel(campaign.id);
			return { status: 'success' };
		},
	});
}
