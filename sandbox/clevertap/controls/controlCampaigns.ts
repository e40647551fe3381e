import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { newCampaign, runCampaign } from '../campaigns/campaign';
import { ControlError, post } from './controlInput';
import type { CampaignInput, CampaignTruth } from './controlTypes';
import { anyJsonObject } from '../json';
import { iso } from '../queries/present';
import type { CleverTapState } from '../state';
import { CHANNELS, type Campaign } from '../types';
import { where } from '../campaigns/where';

const fields = {
	name: z.string().optional(),
	channel: z.enum(CHANNELS).optional(),
	delivery: z.enum(['one_time', 'action', 'api', 'external_trigger']).optional(),
	where: where.optional(),
	segment: z.union([z.literal('all'), z.number()]).optional(),
	event: z.string().optional(),
	webhook: z.string().optional(),
	keyValues: z.record(z.string()).optional(),
	webhookFields: z.array(z.string()).optional(),
	body: z.string().optional(),
	content: anyJsonObject.optional(),
	labels: z.array(z.string()).optional(),
};
const campaignInput = z.object(fields).strict();
type Input = z.output<typeof campaignInput> & Pick<CampaignInput, 'name'>;

/** The wanted changes, over what stands. */
function change(campaign: Campaign, input: Input): void {
	const { name, channel, delivery, content, labels, event, segment, where: query } = input;
	Object.assign(campaign, Object.fromEntries(Object.entries({ name, channel, delivery, content, labels }).filter(([, value]) => value !== undefined)));
	if (event !== undefined) campaign.trigger = { eventName: event };
	if (segment !== undefined || query !== undefined) campaign.audience = { segment, where: query };
	const { webhook, keyValues, webhookFields, body } = input;
	if (webhook === undefined && keyValues === undefined && webhookFields === undefined && body === undefined) return;
	const standing = campaign.webhook ?? { endpoint: '', keyValues: {} };
	campaign.webhook = { endpoint: webhook ?? standing.endpoint, keyValues: keyValues ?? standing.keyValues, fields: webhookFields ?? standing.fields, body: body ?? standing.body };
}

const truth = ({ createdAt, scheduledAt, ...campaign }: Campaign): CampaignTruth => ({ ...campaign, createdAt: iso(createdAt), scheduledAt: iso(scheduledAt) });

function campaignOf({ campaigns }: CleverTapState, { id = '' }: Record<string, string>): Campaign {
	// A name is easier to remember.
	const campaign = campaigns.get(Number(id)) ?? [...campaigns.values()].find(({ name }) => name === id);
	if (campaign === undefined) throw new ControlError(404, `campaigns: ${[...campaigns.values()].map((one) => `${one.id} ${one.name}`).join(', ')}`);
	return campaign;
}

function start(state: CleverTapState, campaign: Campaign, identities?: string[]): void {
	const endpoint = campaign.webhook?.endpoint;
	if (campaign.channel === 'webhook' && (endpoint === undefined || !state.webhooks.has(endpoint))) {
		throw new ControlError(409, `make the webhook "${endpoint ?? ''}" first: POST /_sandbox/clevertap/webhooks`);
	}
	if (campaign.delivery === 'action' || campaign.delivery === 'external_trigger') {
		campaign.status = 'running';
		campaign.scheduledAt = Date.now();
		return;
	}
	const people = identities?.map((value) => {
		const profile = state.people.find({ kind: 'identity', value });
		if (profile === undefined) throw new ControlError(404, `no profile ${value}`);
		return profile;
	});
	campaign.scheduledAt = Date.now();
	runCampaign(state, campaign, people);
}

/** Campaigns as a marketer makes, starts and stops them in the dashboard. */
export function campaignControl(app: FastifyInstance, state: CleverTapState): void {
	app.get('/_sandbox/clevertap/campaigns', async () => ({ campaigns: [...state.campaigns.values()].map(truth) }));
	app.get<{ Params: Record<string, string> }>('/_sandbox/clevertap/campaigns/:id', async ({ params }) => truth(campaignOf(state, params)));
	post(app, '/campaigns', campaignInput.required({ name: true }), (input) => {
		const campaign = newCampaign(state, { name: input.name, channel: 'webhook', delivery: 'one_time', audience: {} });
		change(campaign, input);
		return { status: 201, body: truth(campaign) };
	});
	post(app, '/campaigns/:id', campaignInput, (input, params) => {
		const campaign = campaignOf(state, params);
		change(campaign, input);
		return { body: truth(campaign) };
	});
	post(app, '/campaigns/:id/start', z.object({ identities: z.array(z.string()).optional() }).strict(), ({ identities }, params) => {
		const campaign = campaignOf(state, params);
		start(state, campaign, identities);
		return { body: truth(campaign) };
	});
	post(app, '/campaigns/:id/stop', z.object({}), (_input, params) => {
		const campaign = campaignOf(state, params);
		campaign.status = 'stopped';
		state.schedule.cancel(campaign.id);
		return { body: truth(campaign) };
	});
}
