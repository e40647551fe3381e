import type { FastifyInstance } from 'fastify';
import type { Campaign } from './campaign';
import { defaultPool, get } from './endpoint';
import { Refusal } from './errors';
import { documented, observed, unconfirmed } from './rules';
import type { BrazeState } from './state';

const PAGE_SIZE = 100;

const iso = (ms: number | undefined): string | null => (ms === undefined ? null : new Date(ms).toISOString());

const isApiTriggered = (campaign: Campaign): boolean => campaign.delivery.type === 'api-triggered';

/** `GET /campaigns/list`: 100 a page, counted from 0, oldest first unless `sort_direction=desc`; archived ones only on request. */
function campaignsList(app: FastifyInstance, state: BrazeState): void {
	get(app, state, {
		path: '/campaigns/list',
		permission: 'campaigns.list',
		pools: defaultPool,
		answer: (query, request) => {
			const page = Number(query.one('page') ?? 0);
			if (!Number.isInteger(page) || page < 0) throw new Refusal(400, 'page is invalid', unconfirmed('pages are counted from 0; the wording is the sandbox’s own'));
			const editedAfter = Date.parse(query.one('last_edit.time[gt]') ?? '');
			const listed = state.campaigns
				.filter((campaign) => campaign.status !== 'archived' || query.one('include_archived') === 'true')
				.filter((campaign) => Number.isNaN(editedAfter) || campaign.lastEditedAt > editedAfter);
			if (query.one('sort_direction') === 'desc') listed.reverse();
			request.notes.rule = documented(`${PAGE_SIZE} campaigns a page, archived ones left out`);
			return {
				status: 200,
				body: {
					message: 'success',
					campaigns: listed.slice(page * PAGE_SIZE, (page + 1) * PAGE_SIZE).map((campaign) => ({
						id: campaign.sandboxId,
						last_edited: iso(campaign.lastEditedAt),
						name: campaign.name,
						// Unconfirmed: taken to mean "sent through the API alone", which a dashboard campaign with API-triggered delivery is not.
						is_api_campaign: false,
						tags: [],
					})),
				},
			};
		},
	});
}

/** `GET /campaigns/details`: `schedule_type` tells which campaigns can be triggered. */
function campaignsDetails(app: FastifyInstance, state: BrazeState): void {
	get(app, state, {
		path: '/campaigns/details',
		permission: 'campaigns.details',
		pools: defaultPool,
		answer: (query, request) => {
			const campaign = state.campaign(query.one('campaign_id') ?? '');
			if (campaign === undefined) throw new Refusal(400, 'Invalid Campaign ID', documented('no such campaign: 400'));
			request.notes.rule = observed('schedule_type is api_triggered where /campaigns/trigger/send may be used');
			return {
				status: 200,
				body: {
					message: 'success',
					created_at: iso(campaign.createdAt),
					updated_at: iso(campaign.lastEditedAt),
					archived: campaign.status === 'archived',
					draft: false,
					enabled: campaign.status === 'active',
					name: campaign.name,
					description: campaign.deliveryNotes,
					schedule_type: isApiTriggered(campaign) ? 'api_triggered' : 'action_based',
					channels: [campaign.type],
					first_sent: iso(campaign.firstSentAt),
					last_sent: iso(campaign.lastSentAt),
					tags: [],
					teams: [],
					messages: {
						[`${campaign.sandboxId}-variant-1`]: {
							channel: campaign.type,
							name: 'Variant 1',
							...(campaign.type === 'sms' ? { body: campaign.sms.body } : {}),
						},
					},
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
