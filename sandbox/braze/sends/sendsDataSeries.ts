import type { FastifyInstance } from 'fastify';
import { requireCampaign } from '../campaigns/campaignsRead';
import { defaultPool, get } from '../endpoint';
import { Refusal } from '../errors';
import { campaignSeries } from '../figures/campaignSeries';
import { DAY_MS, seriesOf } from '../figures/days';
import { MESSAGING_RULES } from '../messages/messagingRules';
import type { BrazeState } from '../state';

const KEPT_MS = 14 * DAY_MS;

/** `GET /sends/data_series`: the figures of one send id; those of a send older than 14 days are gone. */
export function sendsDataSeries(app: FastifyInstance, state: BrazeState): void {
	get(app, state, {
		path: '/sends/data_series',
		permission: 'sends.data_series',
		pools: defaultPool,
		answer: (query, request) => {
			const campaign = requireCampaign(state, query);
			const sendId = query.one('send_id') ?? '';
			if (!state.messaging.sendIds.has(campaign.sandboxId, sendId)) throw new Refusal(400, 'Invalid Send ID', MESSAGING_RULES.sendIdUnknown);
			const own = state.messaging.sent.messages.filter(
				({ source, sendId: tracked }) => tracked === sendId && source.kind === 'campaign' && source.id === campaign.sandboxId,
			);
			const kept = own.filter(({ at }) => at >= Date.now() - KEPT_MS);
			request.notes.rule = kept.length < own.length ? MESSAGING_RULES.sendFiguresGone : MESSAGING_RULES.figures;
			return { status: 200, body: { message: 'success', data: campaignSeries(campaign, kept, seriesOf(query), { withIds: false }) } };
		},
	});
}
