import type { Rule, VendorName } from '../control/types';
import type { World } from '../core/world';
import type { SendbirdSettings } from './controlTypes';
import { ErrorQueue } from './webhooks/errorQueue';
import type { UploadedFile } from './body';
import { SendbirdError, notFound } from './errors';
import { newId } from './ids';
import { RateLimits } from './limits';
import { RULES } from './rules';
import { seed } from './seed';
import type { Announcement, ApiToken, Channel, FileInfo, Message, Millis, TokenKind, User, WebhookSetting } from './types';

const SETTINGS: Readonly<SendbirdSettings> = { userMissingCode: '400301', missingVariables: 'empty', unknownTargets: 'skip', webhookTimeoutMs: 5000 };

const WEBHOOK: Readonly<WebhookSetting> = { enabled: false, url: '', include_members: false, enabled_events: [] };

/** One Sendbird application: what both hosts share. */
export class SendbirdApplication {
	appId = '';

	tokens: ApiToken[] = [];

	users = new Map<string, User>();

	channels = new Map<string, Channel>();

	announcements: Announcement[] = [];

	/** Uploaded files by their id. */
	files = new Map<string, { name: string; type: string; bytes: Buffer }>();

	/** The application's one slot. */
	webhook: WebhookSetting = { ...WEBHOOK };

	settings: SendbirdSettings = { ...SETTINGS };

	readonly rates = new RateLimits();

	/** Errors that were switched on. */
	readonly errors = new ErrorQueue();

	private nextMessageId = 0;

	private readonly agers: Array<(ms: Millis) => void> = [];

	constructor(readonly world: World) {
		world.onReset(() => this.reset());
		world.onAge((ms) => this.age(ms));
	}

	/** The notifications host keeps its own times. */
	onAge(age: (ms: Millis) => void): void {
		this.agers.push(age);
	}

	/** Where the pretended host of this vendor is. */
	baseUrl(prefix: string): string {
		return `${this.world.options.baseUrl}${prefix}`;
	}

	messageId(): number {
		return ++this.nextMessageId;
	}

	token(kind: TokenKind): string {
		return this.tokens.find((token) => token.kind === kind)?.value ?? '';
	}

	/** 400301 (or what the settings say) for a stranger. */
	user(id: string): User {
		const user = this.users.get(id);
		if (user === undefined) throw new SendbirdError(this.settings.userMissingCode, RULES.userUnknown, `User "${id}" not found.`);
		return user;
	}

	/** 400300 for a deactivated user. */
	activeUser(id: string): User {
		const user = this.user(id);
		if (!user.is_active) throw new SendbirdError('400300', RULES.userDeactivated);
		return user;
	}

	channel(url: string): Channel {
		const channel = this.channels.get(url);
		if (channel === undefined) throw notFound('Channel');
		return channel;
	}

	message(channel: Channel, id: string): Message {
		const message = channel.messages.find(({ message_id: own, is_removed: removed }) => String(own) === id && !removed);
		if (message === undefined) throw notFound('Message');
		return message;
	}

	channelsOf(userId: string): Channel[] {
		return [...this.channels.values()].filter(({ members }) => members.has(userId));
	}

	/** An upload; its URL is served by the sandbox. */
	keepFile({ name, type, bytes }: UploadedFile): FileInfo {
		const id = newId();
		this.files.set(id, { name, type, bytes });
		return { url: `${this.baseUrl('/sendbird')}/files/${id}/${encodeURIComponent(name)}`, name, type, size: bytes.length };
	}

	note(summary: string, rule?: Rule, customer?: string, vendor: VendorName = 'sendbird'): void {
		this.world.events.add({ vendor, kind: 'note', summary, rule, customer });
	}

	private reset(): void {
		this.tokens = [];
		this.users = new Map();
		this.channels = new Map();
		this.announcements = [];
		this.files = new Map();
		this.webhook = { ...WEBHOOK };
		this.settings = { ...SETTINGS };
		this.rates.reset();
		this.errors.clear();
		this.nextMessageId = 7_000_000_000;
		seed(this);
	}

	private age(ms: Millis): void {
		this.rates.forget();
		for (const user of this.users.values()) {
			user.created_at -= ms;
			if (user.last_seen_at > 0) user.last_seen_at -= ms;
			for (const session of user.session_tokens) session.expires_at -= ms;
		}
		for (const channel of this.channels.values()) ageChannel(channel, ms);
		for (const announcement of this.announcements) ageAnnouncement(announcement, ms);
		for (const age of this.agers) age(ms);
	}
}

function ageChannel(channel: Channel, ms: Millis): void {
	channel.created_at -= ms;
	for (const message of channel.messages) {
		message.created_at -= ms;
		if (message.updated_at > 0) message.updated_at -= ms;
	}
	for (const member of channel.members.values()) {
		member.since -= ms;
		if (member.readTs > 0) member.readTs -= ms;
		if (member.deliveredTs > 0) member.deliveredTs -= ms;
		if (member.historyFrom > 0) member.historyFrom -= ms;
	}
}

function ageAnnouncement(announcement: Announcement, ms: Millis): void {
	announcement.scheduled_at -= ms;
	if (announcement.end_at > 0) announcement.end_at -= ms;
	if (announcement.completed_at > 0) announcement.completed_at -= ms;
	for (const sent of announcement.sent) sent.at -= ms;
}

const applications = new WeakMap<World, SendbirdApplication>();

/** The one Sendbird application of a world: the makers of both hosts ask here, so that they share it. */
export function applicationOf(world: World): SendbirdApplication {
	const known = applications.get(world);
	if (known !== undefined) return known;
	const application = new SendbirdApplication(world);
	applications.set(world, application);
	return application;
}
