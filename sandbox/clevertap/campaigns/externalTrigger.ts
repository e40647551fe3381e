import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { sendCampaign } from './campaign';
import { badRequest } from '../errors';
import { decidedBy, parse, route, type Call } from '../http';
import { anyJsonObject, type JsonObject } from '../json';
import { recipients } from './recipients';
import { RULES } from '../rules';
import { QUEUED } from './send';
import type { CleverTapState } from '../state';
import type { Campaign } from '../types';

const campaignId = z.union([z.number(), z.string()]).transform(Number);
const shared = z.object({ to: anyJsonObject, ExternalTrigger: anyJsonObject.default({}) });
const one = shared.extend({ campaign_id: campaignId });
const several = shared.extend({ campaign_id_list: z.array(campaignId).min(1) });

const LIST_TOLD = 5;

function campaignOf({ campaigns }: CleverTapState, id: number): Campaign {
	const campaign = campaigns.get(id);
	if (campaign?.delivery !== 'external_trigger' || campaign.status !== 'running') throw badRequest(`campaign_id ${id}: no running external trigger campaign`, RULES.externalCampaign);
	return campaign;
}

const asTexts = (values: JsonObject): JsonObject =>
	Object.fromEntries(Object.entries(values).map(([key, value]) => [key, typeof value === 'string' ? value : JSON.stringify(value)]));

function trigger(state: CleverTapState, { to, ExternalTrigger: values }: z.output<typeof shared>, ids: number[], { request }: Call): object {
	// All are there before the first goes out.
	const campaigns = ids.map((id) => campaignOf(state, id));
	const people = recipients(state, to);
	const strange = Object.values(values).some((value) => typeof value !== 'string');
	decidedBy(request, ids.length > LIST_TOLD ? RULES.externalList : strange ? RULES.externalStrings : people.length === 0 ? RULES.sendToUnreached : RULES.externalAnswer);
	for (const campaign of campaigns) sendCampaign(state, campaign, people, { externalTrigger: asTexts(values) });
	return QUEUED;
}

/** `POST /1/send/externaltrigger.json` for one campaign, `/2/…` for several. */
export function externalTriggerRoutes(app: FastifyInstance, state: CleverTapState): void {
	route(app, '/1/send/externaltrigger.json', {
		POST: (call) => {
			const asked = parse(one, call.body);
			return trigger(state, asked, [asked.campaign_id], call);
		},
	});
	route(app, '/2/send/externaltrigger.json', {
		POST: (call) => {
			const asked = parse(several, call.body);
			return trigger(state, asked, asked.campaign_id_list, call);
		},
	});
}
