import type { FastifyInstance } from 'fastify';
import { requireCampaign } from '../campaigns/campaignsRead';
import { get } from '../endpoint';
import { MESSAGING_RULES } from '../messages/messagingRules';
import type { BrazeState } from '../state';
import { campaignSeries } from './campaignSeries';
import { seriesOf } from './days';

/** `GET /campaigns/data_series` */
export function campaignsDataSeries(app: FastifyInstance, state: BrazeState): void {
	get(app, state, {
		path: '/campaigns/data_series',
		permission: 'campaigns.data_series',
		pools: () => [{ pool: 'campaigns/data_series' }],
		answer: (query, request) => {
			const campaign = requireCampaign(state, query);
			const messages = state.messaging.sent.messages.filter(({ source }) => source.kind === 'campaign' && source.id === campaign.sandboxId);
			request.notes.rule = campaign.conversion === undefined ? MESSAGING_RULES.figures : MESSAGING_RULES.conversions;
			return { status: 200, body: { message: 'success', data: campaignSeries(campaign, messages, seriesOf(query), { withIds: true }) } };
		},
	});
}
