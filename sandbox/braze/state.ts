import type { PhoneMessage } from '../control/types';
import type { World } from '../core/world';
import type { Campaign } from './campaigns/campaign';
import { DataState } from './dataState';
import { newId } from './ids';
import { Keys } from './keys';
import { Limits } from './limits';
import { MessagingState } from './messages/messagingState';
import { customerId, fieldText, type Profile, type ProfileData, type UserAlias } from './users/profile';
import type { Setup } from './controls/setupFile';
import { SmsSubscriptions } from './sms/smsSubscriptions';

export { newDispatchId, newId } from './ids';

export interface NewProfile {
	brazeId?: string;
	externalId?: string;
	alias?: UserAlias;
	fields?: ProfileData['fields'];
	custom?: ProfileData['custom'];
}

/** One workspace: profiles, phones, one SMS subscription group, campaigns. */
export class BrazeState {
	profiles: Profile[] = [];

	campaigns: Campaign[] = [];

	group: Setup['group'] = { sandboxId: '', name: '', keywordCategories: [] };

	readonly subscriptions = new SmsSubscriptions();

	readonly limits = new Limits();

	/** Lists, templates, catalogs and the other things of the data endpoints. */
	readonly data = new DataState();

	readonly keys = new Keys();

	/** Apps, segments, Canvases, schedules and what was sent. */
	readonly messaging = new MessagingState();

	/** How much later (ms) a written attribute can be read. */
	consistencyDelayMs = 0;

	/** What the marketer pasted into the webhook campaigns; absent until then. */
	connection?: { webhookUrl: string; webhookSecret: string };

	private phones = new Map<string, PhoneMessage[]>();

	private touches = 0;

	private sending: Promise<void> = Promise.resolve();

	constructor(readonly world: World) {}

	reset({ group, campaigns }: Setup): void {
		this.profiles = [];
		this.phones = new Map();
		this.subscriptions.clear();
		this.limits.reset();
		this.data.reset();
		this.keys.reset();
		this.messaging.reset();
		this.consistencyDelayMs = 0;
		this.connection = undefined;
		this.group = group;
		const now = Date.now();
		this.campaigns = campaigns.map((campaign) => ({ ...campaign, status: 'active', createdAt: now, lastEditedAt: now }));
	}

	age(ms: number): void {
		this.limits.forget();
		this.data.age(ms);
		this.messaging.age(ms);
		for (const profile of this.profiles) {
			profile.createdAt -= ms;
			for (const write of profile.pending) write.visibleAt -= ms;
			for (const happened of [...profile.events, ...profile.purchases]) happened.time -= ms;
			for (const [campaign, at] of profile.received) profile.received.set(campaign, at - ms);
		}
		for (const campaign of this.campaigns) {
			campaign.createdAt -= ms;
			campaign.lastEditedAt -= ms;
			if (campaign.firstSentAt !== undefined) campaign.firstSentAt -= ms;
			if (campaign.lastSentAt !== undefined) campaign.lastSentAt -= ms;
		}
	}

	create({ brazeId = newId(), externalId, alias, fields = {}, custom = {} }: NewProfile): Profile {
		const data: ProfileData = { fields: this.data.email.settle(fields), custom: { ...custom } };
		const profile: Profile = {
			brazeId,
			externalId,
			deprecatedIds: [],
			aliases: alias ? [alias] : [],
			createdAt: Date.now(),
			touched: 0,
			data,
			readable: structuredClone(data),
			pending: [],
			events: [],
			purchases: [],
			received: new Map(),
			randomBucket: Number.parseInt(brazeId.slice(-4), 16) % 10_000,
		};
		this.profiles.push(profile);
		this.touch(profile);
		return profile;
	}

	/** Deleted, or merged into another. */
	remove(profile: Profile): void {
		this.profiles = this.profiles.filter((one) => one !== profile);
	}

	/** This profile was updated or messaged last. */
	touch(profile: Profile): void {
		profile.touched = ++this.touches;
	}

	/** Call after `data` changed: it becomes readable, at once or after the consistency delay. */
	written(profile: Profile): void {
		this.touch(profile);
		const data = structuredClone(profile.data);
		if (this.consistencyDelayMs === 0) {
			profile.pending = [];
			profile.readable = data;
		} else {
			profile.pending.push({ visibleAt: Date.now() + this.consistencyDelayMs, data });
		}
	}

	/** The profile as a read sees it now. */
	readable(profile: Profile): ProfileData {
		const now = Date.now();
		for (const write of profile.pending) if (write.visibleAt <= now) profile.readable = write.data;
		profile.pending = profile.pending.filter((write) => write.visibleAt > now);
		return profile.readable;
	}

	byBrazeId(id: string): Profile | undefined {
		return this.profiles.find((profile) => profile.brazeId === id);
	}

	byExternalId(id: string): Profile | undefined {
		return this.profiles.find((profile) => profile.externalId === id || profile.deprecatedIds.includes(id));
	}

	byAlias({ alias_name: name, alias_label: label }: UserAlias): Profile | undefined {
		return this.profiles.find((profile) =>
			profile.aliases.some((alias) => alias.alias_name === name && alias.alias_label === label),
		);
	}

	/** All with this e-mail (any case) or phone, most recently touched first. */
	having(field: 'email' | 'phone', value: string): Profile[] {
		return this.profiles
			.filter((profile) => fieldText(profile.data, field)?.toLowerCase() === value.toLowerCase())
			.sort((a, b) => b.touched - a.touched);
	}

	campaign(id: string): Campaign | undefined {
		return this.campaigns.find((campaign) => campaign.sandboxId === id);
	}

	phone(number: string): PhoneMessage[] {
		const messages = this.phones.get(number) ?? [];
		this.phones.set(number, messages);
		return messages;
	}

	/** Sends happen after the answer and one after the other: accepted is not delivered. */
	enqueue(send: () => Promise<void>, customer: Profile): void {
		const { epoch } = this.world;
		this.sending = this.sending.then(async () => {
			if (epoch !== this.world.epoch) return;
			try {
				await send();
			} catch (error) {
				const why = error instanceof Error ? error.message : String(error);
				this.world.events.add({ vendor: 'braze', kind: 'note', summary: `nothing sent to ${customerId(customer)}: ${why}`, customer: customerId(customer) });
			}
		});
	}
}
