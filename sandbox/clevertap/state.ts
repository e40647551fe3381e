import type { Rule } from '../control/types';
import type { World } from '../core/world';
import { InFlight } from './concurrency';
import type { CleverTapSettings } from './controls/controlTypes';
import { Cursors } from './queries/cursors';
import { EventStore } from './queries/eventStore';
import type { JsonObject } from './json';
import { People } from './profiles/people';
import { Queries } from './queries/queries';
import { RecordFaults } from './controls/recordFaults';
import { Schedule } from './campaigns/schedule';
import { DEFAULT_SETTINGS, seed } from './seed';
import type { Account, Campaign, DashboardWebhook, Millis, SentMessage } from './types';
import type { Where } from './campaigns/where';

export interface Segment {
	name: string;
	where: Where;
}

/** One account with everything in it. */
export class CleverTapState {
	account: Account = { id: '', name: '', region: 'eu1', passcodes: [] };

	readonly people = new People();

	readonly events = new EventStore();

	readonly segments = new Map<number, Segment>();

	/** By name. */
	readonly webhooks = new Map<string, DashboardWebhook>();

	readonly campaigns = new Map<number, Campaign>();

	messages: SentMessage[] = [];

	readonly cursors = new Cursors();

	readonly queries = new Queries();

	readonly schedule = new Schedule();

	readonly recordFaults = new RecordFaults();

	inFlight = new InFlight();

	settings: CleverTapSettings = { ...DEFAULT_SETTINGS };

	private lastCampaignId = 0;

	constructor(readonly world: World) {
		world.onReset(() => this.reset());
		world.onAge((ms) => this.age(ms));
	}

	/** Campaign ids look like epoch seconds. */
	nextCampaignId(): number {
		return ++this.lastCampaignId;
	}

	/** Something that CleverTap decides in silence, for the log. */
	note(summary: string, rule: Rule, customer?: string): void {
		this.world.events.add({ vendor: 'clevertap', kind: 'note', summary, rule, customer });
	}

	/** A message that reached a person. */
	sent(message: Omit<SentMessage, 'at'>): void {
		this.messages.push({ at: Date.now(), ...message });
		const text = (content: JsonObject): string => JSON.stringify(content.body ?? content.title ?? content);
		const summary = `${message.channel} to ${message.identity}, ${message.by}: ${text(message.content)}`;
		this.world.events.add({ vendor: 'clevertap', kind: 'sent', summary, customer: message.identity });
	}

	private reset(): void {
		this.lastCampaignId = 1_750_000_000;
		this.messages = [];
		this.settings = { ...DEFAULT_SETTINGS };
		this.inFlight = new InFlight();
		for (const memory of [this.people, this.events, this.segments, this.webhooks, this.campaigns, this.cursors, this.queries, this.schedule, this.recordFaults]) memory.clear();
		seed(this);
	}

	private age(ms: Millis): void {
		this.events.age(ms);
		this.cursors.age(ms);
		for (const profile of this.people.all()) {
			profile.createdAt -= ms;
			for (const seen of profile.events.values()) {
				seen.firstSeen -= ms;
				seen.lastSeen -= ms;
			}
		}
		for (const webhook of this.webhooks.values()) webhook.createdAt -= ms;
		for (const message of this.messages) message.at -= ms;
		for (const campaign of this.campaigns.values()) {
			campaign.createdAt -= ms;
			campaign.scheduledAt -= ms;
		}
		this.schedule.age(ms);
	}
}
