import type { Canvas } from '../canvas/canvas';
import { AppUse, type App } from '../figures/appUse';
import type { FeedCard } from '../figures/feedCard';
import { SentLog } from '../figures/sentLog';
import { Schedules } from '../schedules/schedules';
import type { Segment } from '../segments/segment';
import { SendIds } from '../sends/sendIds';

/** What belongs to messages: apps, segments, Canvases, schedules, and the log that all figures come from. */
export class MessagingState {
	apps: App[] = [];

	segments: Segment[] = [];

	canvases: Canvas[] = [];

	feedCards: FeedCard[] = [];

	/** Addresses that may stand in `bcc` (Settings > Email Preferences). */
	bccAddresses: string[] = [];

	readonly sendIds = new SendIds();

	readonly sent = new SentLog();

	readonly appUse = new AppUse();

	readonly schedules = new Schedules();

	reset(): void {
		this.apps = [];
		this.segments = [];
		this.canvases = [];
		this.feedCards = [];
		this.bccAddresses = [];
		this.sendIds.clear();
		this.sent.clear();
		this.appUse.clear();
		this.schedules.clear();
	}

	age(ms: number): void {
		this.sent.age(ms);
		this.appUse.age(ms);
		this.schedules.age(ms);
		for (const segment of this.segments) {
			segment.createdAt -= ms;
			segment.updatedAt -= ms;
			for (const seen of segment.history) seen.at -= ms;
		}
		for (const canvas of this.canvases) {
			canvas.createdAt -= ms;
			canvas.lastEditedAt -= ms;
			if (canvas.firstSentAt !== undefined) canvas.firstSentAt -= ms;
			if (canvas.lastSentAt !== undefined) canvas.lastSentAt -= ms;
			if (canvas.entry.type === 'scheduled') canvas.entry.nextAt -= ms;
			for (const entry of canvas.entries) entry.at -= ms;
		}
		for (const card of this.feedCards) {
			card.createdAt -= ms;
			card.updatedAt -= ms;
			for (const seen of card.seen) seen.at -= ms;
		}
	}
}
