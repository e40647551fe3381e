import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { dayOf, rangeOf } from '../queries/dates';
import { query } from '../queries/queries';
import type { CleverTapState } from '../state';
import type { Campaign, Channel } from '../types';

/** One text, a list, or several with commas between. */
const several = z.union([z.string(), z.array(z.string())]).transform((value) => (typeof value === 'string' ? value.split(',').map((one) => one.trim()) : value)).optional();

const day = z.union([z.string(), z.number()]);
const input = z.object({ from: day, to: day, channel: several, delivery: several, status: several, message_type: several, label: several, daily: z.boolean().default(false) });

/** The report's names of channels; its own filter takes them. */
const CHANNEL_NAMES: Record<Channel, string> = { push: 'push', webpush: 'browser', email: 'email', sms: 'sms', whatsapp: 'whatsapp', webhook: 'webhooks' };

function message(campaign: Campaign, daily: boolean): object {
	const { sent, viewed, clicked } = campaign.figures;
	const date = dayOf(campaign.scheduledAt);
	return {
		message_id: campaign.id,
		message_name: campaign.name,
		message_type: 'single',
		channel: CHANNEL_NAMES[campaign.channel],
		delivery: campaign.delivery,
		start_date: String(date),
		status: campaign.status,
		labels: campaign.labels,
		conversion_event: campaign.conversionEvent ?? '',
		device: campaign.devices ?? [],
		sent,
		viewed,
		clicked,
		...(daily ? { data: [{ date: String(date), sent, viewed, clicked }] } : {}),
	};
}

/** `/1/message/report.json`: campaigns that started in the range, drafts left out. */
export function messageReportRoute(app: FastifyInstance, state: CleverTapState): void {
	query(app, state, {
		path: '/message/report.json',
		input,
		range: rangeOf,
		answer: (asked) => {
			const { from, until } = rangeOf(asked);
			const has = (wanted: string[] | undefined, ...actual: string[]): boolean => wanted === undefined || actual.some((one) => wanted.includes(one));
			const messages = [...state.campaigns.values()]
				.filter(({ status, scheduledAt }) => status !== 'draft' && scheduledAt >= from && scheduledAt < until)
				.filter(({ channel, delivery, status, labels }) => has(asked.channel, CHANNEL_NAMES[channel]) && has(asked.delivery, delivery) && has(asked.status, status) && has(asked.label, ...labels))
				.filter(() => has(asked.message_type, 'single'))
				.map((campaign) => message(campaign, asked.daily));
			return { total_results: messages.length, messages };
		},
	});
}
