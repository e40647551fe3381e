import type { Rule } from '../control/types';
import type { SendbirdApplication } from '../sendbird/application';
import type { NotificationWebhook, SendbirdIntegration } from '../sendbird/controlTypes';
import type { Millis } from '../sendbird/types';
import { CallbackQueue } from './callbackQueue';
import { seedTemplates } from './seed';
import type { Callback, Esp, Notification, TargetsFile, Template, Upload } from './types';

const INTEGRATION: Readonly<SendbirdIntegration> = { endpoint: null, key: '', projectId: '', callback: false, readBeforeSent: false, repeat: 1, identity: 'esp', identityField: 'identity', withTime: true, eventsPerCallback: 1, timeoutMs: 5000 };

const integrations = (): Record<Esp, SendbirdIntegration> => ({
	/** Braze's page has no switch: what is set up there is called back. */
	braze: { ...INTEGRATION, callback: true, identityField: 'external_id' },
	clevertap: { ...INTEGRATION },
});

const WEBHOOK: Readonly<NotificationWebhook> = { enabled: false, url: '', events: [], includeVariables: false, signingToken: 'notifications' };

/** What the notifications host knows beside the application that it shares with the chat host. */
export class NotificationsState {
	templates = new Map<string, Template>();

	/** By user id, oldest first. */
	inbox = new Map<string, Notification[]>();

	files = new Map<string, TargetsFile>();

	uploads = new Map<string, Upload>();

	integrations = integrations();

	webhook: NotificationWebhook = { ...WEBHOOK };

	callbacks: Callback[] = [];

	queue: CallbackQueue;

	constructor(readonly application: SendbirdApplication) {
		this.queue = new CallbackQueue(this);
		application.world.onReset(() => this.reset());
		application.onAge((ms) => this.age(ms));
	}

	inboxOf(userId: string): Notification[] {
		return this.inbox.get(userId) ?? [];
	}

	note(summary: string, rule?: Rule, customer?: string): void {
		this.application.note(summary, rule, customer, 'sendbird-notifications');
	}

	private reset(): void {
		this.inbox = new Map();
		this.files = new Map();
		this.uploads = new Map();
		this.integrations = integrations();
		this.webhook = { ...WEBHOOK };
		this.callbacks = [];
		this.queue = new CallbackQueue(this);
		this.templates = seedTemplates();
	}

	private age(ms: Millis): void {
		for (const template of this.templates.values()) {
			template.created_at -= ms;
			template.updated_at -= ms;
		}
		for (const notification of [...this.inbox.values()].flat()) {
			notification.sentAt -= ms;
			if (notification.readAt !== undefined) notification.readAt -= ms;
		}
		for (const callback of this.callbacks) callback.at -= ms;
		for (const file of this.files.values()) file.uploaded_at -= ms;
		for (const upload of this.uploads.values()) upload.expires_at -= ms;
	}
}
