import { SendbirdError } from '../sendbird/errors';
import { newId } from '../sendbird/ids';
import { sendToInboxes, type Sending } from './inbox';
import { tellSend } from './notificationWebhook';
import { checkVariables, type Variables } from './render';
import { RULES } from './rules';
import type { NotificationsState } from './state';
import { checkTargets, type Route } from './targets';

/** How long a batch stands in the queue, ms; Sendbird only says that it is not real time. */
const QUEUE = 3000;

/** Sends now or queues; refuses before anything was sent. The id of the sending. */
export function send(state: NotificationsState, route: Route, sending: Sending, filename?: string): { notificationId: string } {
	const { template, recipients } = sending;
	const targets = recipients.map(({ userId }) => userId);
	const variables = new Map<string, Variables>(recipients.map(({ userId, variables: own }) => [userId, own]));
	const strangers = checkTargets(state, targets, route);
	checkVariables(state, template, recipients);
	const notificationId = newId();
	tellSend(state, { notificationId, templateKey: template.key, route, targets, filename, variables });
	if (route.queued) state.application.world.timers.after(QUEUE, () => sendToInboxes(state, sending));
	else sendToInboxes(state, sending);
	if (!route.queued && strangers.length > 0) throw new SendbirdError('207100', RULES.partial, `Part of the request failed, no such users: ${strangers.join(', ')}.`);
	return { notificationId };
}
