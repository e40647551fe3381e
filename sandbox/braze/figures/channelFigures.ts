import type { Channel } from '../messages/channels';
import type { HappeningKind, SentMessage } from './sentLog';
import { within, type Bucket } from './days';

export type Figures = Record<string, number>;

/** What a bucket holds of these messages. A message counts on the day it was sent, an open on the day it was opened. */
class Count {
	constructor(
		private readonly messages: readonly SentMessage[],
		private readonly bucket: Bucket,
	) {}

	sent(result?: SentMessage['result']): number {
		return this.messages.filter((message) => within(this.bucket, message.at) && (result === undefined || message.result === result)).length;
	}

	all(kind: HappeningKind): number {
		return this.messages.reduce((sum, { happenings }) => sum + happenings.filter((one) => one.kind === kind && within(this.bucket, one.at)).length, 0);
	}

	/** The first time only: a second open of the same message on a later day is not counted there. */
	unique(kind: HappeningKind): number {
		return this.messages.filter(({ happenings }) => {
			const first = happenings.find((one) => one.kind === kind);
			return first !== undefined && within(this.bucket, first.at);
		}).length;
	}
}

const push = (count: Count): Figures => ({
	sent: count.sent(),
	direct_opens: count.all('open'),
	// Influenced opens are not modelled: a total open is a direct one.
	total_opens: count.all('open'),
	bounces: count.sent('bounced'),
	body_clicks: count.all('click'),
});

/** Braze's figures of each channel. Source: Braze, export campaign analytics. */
const SHAPES: Record<Channel, (count: Count) => Figures> = {
	email: (count) => ({
		sent: count.sent(),
		opens: count.all('open'),
		unique_opens: count.unique('open'),
		clicks: count.all('click'),
		unique_clicks: count.unique('click'),
		unsubscribes: count.unique('unsubscribe'),
		bounces: count.sent('bounced'),
		delivered: count.sent('delivered'),
		reported_spam: count.unique('spam'),
	}),
	sms: (count) => ({
		sent: count.sent(),
		sent_to_carrier: count.sent() - count.sent('failed'),
		delivered: count.sent('delivered'),
		rejected: count.sent('bounced'),
		delivery_failed: count.sent('failed'),
		clicks: count.all('click'),
		opt_out: count.all('opt_out'),
		help: count.all('help'),
	}),
	ios_push: push,
	android_push: push,
	kindle_push: push,
	web_push: push,
	webhook: (count) => ({ sent: count.sent(), errors: count.sent('failed') }),
	whats_app: (count) => ({ sent: count.sent(), delivered: count.sent('delivered'), failed: count.sent('failed'), read: count.unique('open') }),
	content_cards: (count) => ({
		sent: count.sent(),
		total_clicks: count.all('click'),
		total_dismissals: count.all('dismiss'),
		total_impressions: count.all('open'),
		unique_clicks: count.unique('click'),
		unique_dismissals: count.unique('dismiss'),
		unique_impressions: count.unique('open'),
	}),
};

export function figuresOf(channel: Channel, messages: readonly SentMessage[], bucket: Bucket): Figures {
	return SHAPES[channel](new Count(messages, bucket));
}

/** People, each once, who were sent one of these in this bucket. */
export function uniqueRecipients(messages: readonly SentMessage[], bucket: Bucket): number {
	return new Set(messages.filter(({ at }) => within(bucket, at)).map(({ profile }) => profile)).size;
}
