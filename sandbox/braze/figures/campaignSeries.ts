import type { Campaign } from '../campaigns/campaign';
import { variationsOf } from '../campaigns/campaign';
import { figuresOf, uniqueRecipients, type Figures } from './channelFigures';
import { conversionsOf, type Conversion } from './conversions';
import type { Bucket } from './days';
import type { SentMessage } from './sentLog';

type Named = Figures | { [field: string]: string | number };

const isIn = ({ start, end }: Bucket, at: number): boolean => at >= start && at < end;

/** One day of a campaign: a list of variations for each channel, then what counts for the campaign as a whole. */
function dayOf(campaign: Campaign, messages: readonly SentMessage[], conversions: readonly Conversion[], bucket: Bucket, withIds: boolean) {
	const channels: Record<string, Named[]> = {};
	for (const { id, name, channel } of variationsOf(campaign)) {
		const own = messages.filter(({ source }) => source.kind === 'campaign' && source.messageId === id);
		const figures = { variation_name: name, ...(withIds ? { variation_api_id: id } : {}), ...figuresOf(channel, own, bucket) };
		(channels[channel] ??= []).push(figures);
	}
	return {
		time: bucket.time,
		messages: channels,
		conversions_by_send_time: conversions.filter(({ sentAt }) => isIn(bucket, sentAt)).length,
		conversions: conversions.filter(({ doneAt }) => isIn(bucket, doneAt)).length,
		unique_recipients: uniqueRecipients(messages, bucket),
		revenue: 0,
	};
}

/** `withIds`: `/campaigns/data_series` gives the ids of the variations, `/sends/data_series` only their names. */
export function campaignSeries(campaign: Campaign, messages: readonly SentMessage[], buckets: readonly Bucket[], { withIds }: { withIds: boolean }) {
	const conversions = conversionsOf(campaign.conversion, messages);
	return buckets.map((bucket) => dayOf(campaign, messages, conversions, bucket, withIds));
}
