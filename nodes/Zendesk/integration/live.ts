import { notificationsOf } from '../rules/triggerParts';
import type { Trigger, Webhook } from '../shapes';
import type { Found } from './found';
import type { Part, Wanted } from './wanted';

/** A trigger that does the same work elsewhere and is switched on. */
export interface Live {
	triggerId: string;
	title: string;
	part: Part;
	endpoint: string;
}

/** Braze's guide writes the path with and without an "s". */
const BRAZE_SEND = /\/campaigns?\/trigger\/send\/?$/;

const COMMENT_ADDED = 'zen:event-type:ticket.comment_added';

/** Which of the guide's two triggers this is, by what it waits for. */
export function partOf({ conditions }: Trigger): Part | undefined {
	const all = [...conditions.all, ...conditions.any];
	if (all.some(({ field }) => field === 'comment_is_public')) return 'reply';
	return all.some(({ field, value }) => field === 'status' && value === 'solved') ? 'solved' : undefined;
}

const pathOf = (endpoint: string): string => (URL.canParse(endpoint) ? new URL(endpoint).pathname : endpoint);

/** Triggers other than the planned ones that send the same words to Braze or n8n: each of them means a second SMS. */
export function liveElsewhere(wanted: Wanted, { triggers, webhooks }: Found, plannedIds: string[]): Live[] {
	const byId = new Map(webhooks.map((webhook): [string, Webhook] => [webhook.id, webhook]));
	const ours = wanted.webhooks.map(({ endpoint }) => endpoint);
	const counts = (endpoint: string): boolean => BRAZE_SEND.test(pathOf(endpoint)) || ours.includes(endpoint);
	return triggers
		.filter(({ id, active }) => active && !plannedIds.includes(id))
		.flatMap((trigger) => {
			const part = partOf(trigger);
			const endpoint = notificationsOf(trigger.actions).map(({ webhookId }) => byId.get(webhookId)?.endpoint ?? '').find(counts);
			return part === undefined || endpoint === undefined ? [] : [{ triggerId: trigger.id, title: trigger.title, part, endpoint }];
		});
}

/** Webhooks that n8n's own trigger nodes hold for agents' replies, by event subscription. */
export const subscribedElsewhere = ({ webhooks }: Found): Webhook[] =>
	webhooks.filter(({ status, subscriptions, name }) => status === 'active' && subscriptions.includes(COMMENT_ADDED) && name.startsWith('n8n: '));
