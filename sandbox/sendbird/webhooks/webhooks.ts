import { deliver } from '../../core/deliver';
import type { VendorName } from '../../control/types';
import type { SendbirdApplication } from '../application';
import { RULES } from '../rules';
import { sendbirdSignature } from './signature';

/** The categories that Sendbird lists; the list may be incomplete. */
export const CATEGORIES: readonly string[] = [
	'open_channel:create', 'open_channel:remove', 'open_channel:enter', 'open_channel:exit', 'open_channel:message_send', 'open_channel:message_update', 'open_channel:message_delete',
	'group_channel:create', 'group_channel:changed', 'group_channel:remove', 'group_channel:invite', 'group_channel:decline_invite', 'group_channel:join', 'group_channel:leave',
	'group_channel:message_send', 'group_channel:message_read', 'group_channel:message_update', 'group_channel:message_delete', 'group_channel:freeze_unfreeze', 'group_channel:reaction_add', 'group_channel:reaction_delete',
	'user:block', 'user:unblock', 'user:push_preference', 'user:push_channel_preference', 'operators:register_by_operator', 'operators:unregister_by_operator',
	'message:report', 'user:report', 'open_channel:report', 'group_channel:report', 'alert:user_message_rate_limit_exceeded',
	'profanity_filter:replace', 'profanity_filter:block', 'profanity_filter:moderate', 'image_moderation:block', 'announcement:create_channels', 'announcement:send_messages',
];

const TRIES = 3;

/** Between the tries; Sendbird does not say. */
const WAIT = 1000;

export interface WebhookPost {
	vendor: VendorName;
	url: string;
	category: string;
	payload: Record<string, unknown>;
	/** Signs the body. */
	apiToken: string;
	customer?: string;
}

/** One signed webhook, sent up to three times until it is answered with 2xx within 5 s. Returns at once. */
export function postWebhook(application: SendbirdApplication, { vendor, url, category, payload, apiToken, customer }: WebhookPost): void {
	const body = JSON.stringify({ category, ...payload, app_id: application.appId });
	deliver(application.world, {
		vendor,
		summary: `webhook ${category}`,
		customer,
		method: 'POST',
		url,
		headers: () => ({ 'user-agent': 'SendBird', 'content-type': 'application/json', 'x-sendbird-signature': sendbirdSignature(apiToken, body) }),
		body,
		timeoutMs: application.settings.webhookTimeoutMs,
		retryAfterMs: ({ status, timedOut }, attempt) => {
			if (status >= 200 && status < 300) return undefined;
			const last = attempt >= TRIES;
			application.note(`the webhook ${category} was not answered with 2xx and is ${last ? 'given up' : 'sent again'}`, timedOut ? RULES.webhookPatience : RULES.webhookAnswered, customer, vendor);
			return last ? undefined : WAIT;
		},
	});
}

/** Tells the application's webhook of an event, where it listens. */
export function emit(application: SendbirdApplication, category: string, payload: Record<string, unknown>, customer?: string): void {
	const { enabled, url, enabled_events: events } = application.webhook;
	if (!enabled || url === '' || !(events.includes('*') || events.includes(category))) return;
	postWebhook(application, { vendor: 'sendbird', url, category, payload, apiToken: application.token('master'), customer });
}
