import type { FastifyInstance } from 'fastify';
import { variationsOf, type Campaign } from './campaign';
import { defaultPool, get, type Query } from '../endpoint';
import { Refusal } from '../errors';
import { iso, listed, pageOf } from '../pages';
import { documented, observed } from '../rules';
import type { BrazeState } from '../state';

const PAGE_SIZE = 100;

/** Unconfirmed: an API campaign is one "sent through the API alone", which a dashboard campaign with API-triggered delivery is not. */
const isApiCampaign = (campaign: Campaign): boolean => campaign.type === 'api';

const SCHEDULE_TYPES = { 'api-triggered': 'api_triggered', 'action-based': 'action_based', scheduled: 'time_based', api: 'api' } as const;

export function requireCampaign(state: BrazeState, query: Query): Campaign {
	const campaign = state.campaign(query.one('campaign_id') ?? '');
	if (campaign === undefined) throw new Refusal(400, 'Invalid Campaign ID', documented('no such campaign: 400'));
	return campaign;
}

/** `GET /campaigns/list`: 100 a page, counted from 0, oldest first unless `sort_direction=desc`; archived ones only on request. */
function campaignsList(app: FastifyInstance, state: BrazeState): void {
	get(app, state, {
		path: '/campaigns/list',
		permission: 'campaigns.list',
		pools: defaultPool,
		answer: (query, request) => {
			request.notes.rule = documented(`${PAGE_SIZE} campaigns a page, archived ones left out`);
			return {
				status: 200,
				body: {
					message: 'success',
					campaigns: pageOf(listed(state.campaigns, query), query, PAGE_SIZE).map((campaign) => ({
						id: campaign.sandboxId,
						last_edited: iso(campaign.lastEditedAt),
						name: campaign.name,
						is_api_campaign: isApiCampaign(campaign),
						tags: campaign.tags ?? [],
					})),
				},
			};
		},
	});
}

/** Braze shows of a message what its channel has; of an API campaign there is nothing but name and channel. */
function messagesOf(campaign: Campaign): Record<string, object> {
	return Object.fromEntries(
		variationsOf(campaign).map(({ id, name, channel }) => [id, { channel, name, ...(campaign.type === 'sms' ? { body: campaign.sms.body } : {}) }]),
	);
}

/** `GET /campaigns/details`: `schedule_type` tells which campaigns can be triggered. */
function campaignsDetails(app: FastifyInstance, state: BrazeState): void {
	get(app, state, {
		path: '/campaigns/details',
		permission: 'campaigns.details',
		pools: defaultPool,
		answer: (query, request) => {
			const campaign = requireCampaign(state, query);
			request.notes.rule = observed('schedule_type is api_triggered where /campaigns/trigger/send may be used');
			return {
				status: 200,
				body: {
					message: 'success',
					created_at: iso(campaign.createdAt),
					updated_at: iso(campaign.lastEditedAt),
					archived: campaign.status === 'archived',
					draft: campaign.draft ?? false,
					enabled: campaign.status === 'active',
					name: campaign.name,
					description: campaign.deliveryNotes,
					schedule_type: SCHEDULE_TYPES[campaign.delivery.type],
					channels: [...new Set(variationsOf(campaign).map(({ channel }) => channel))],
					first_sent: iso(campaign.firstSentAt),
					last_sent: iso(campaign.lastSentAt),
					tags: campaign.tags ?? [],
					teams: [],
					messages: messagesOf(campaign),
					conversion_behaviors: [],
				},
			};
		},
	});
}

export function campaignsRead(app: FastifyInstance, state: BrazeState): void {
	campaignsList(app, state);
	campaignsDetails(app, state);
}
