import type { FastifyInstance } from 'fastify';
import { audienceOf } from './audience';
import { newCampaign, runCampaign } from './campaign';
import { decidedBy, route, type Call } from '../http';
import { estimate } from './reach';
import { RULES } from '../rules';
import type { CleverTapState } from '../state';
import { targetOf, type Target } from './targetInput';
import type { Campaign, Millis } from '../types';

/** `now` is soon. */
const SOON: Millis = 1000;

function create(state: CleverTapState, { channel, audience, content, at, input }: Target): Campaign {
	const campaign = newCampaign(state, {
		name: input.name,
		channel,
		delivery: 'api',
		status: 'scheduled',
		scheduledAt: at,
		audience,
		content,
		webhook: channel === 'webhook' ? { endpoint: input.webhook_endpoint_name ?? '', keyValues: input.webhook_key_value, fields: input.webhook_fields } : undefined,
		devices: input.devices,
		labels: input.labels,
		conversionEvent: input.conversion_goal?.event_name,
	});
	const start = (): void => {
		if (campaign.status === 'scheduled') runCampaign(state, campaign);
	};
	if (at <= Date.now()) state.world.timers.after(SOON, start);
	else state.schedule.at(campaign.id, at, start);
	return campaign;
}

function answer(state: CleverTapState, { body, request }: Call, estimateOnly: boolean): object {
	const target = targetOf(state, body);
	const profiles = audienceOf(state, target.audience);
	const estimates = estimate(profiles, target.channel, target.input.devices);
	if (estimateOnly || target.input.estimate_only) {
		decidedBy(request, RULES.targetEstimate);
		return { status: 'success', estimates };
	}
	const { id } = create(state, target);
	return { status: 'success', id, ...(target.input.skip_estimate ? {} : { estimates }) };
}

/** `POST /1/targets/create.json`, and the older `estimate.json`. */
export function targetsCreateRoutes(app: FastifyInstance, state: CleverTapState): void {
	route(app, '/1/targets/create.json', { POST: (call) => answer(state, call, false) });
	route(app, '/1/targets/estimate.json', { POST: (call) => answer(state, call, true) });
}
