import { newId } from '../sendbird/ids';
import { callBack } from './callbacks';
import { render, type Variables } from './render';
import { RULES } from './rules';
import type { NotificationsState } from './state';
import type { Esp, Notification, Template } from './types';

export interface Recipient {
	userId: string;
	variables: Variables;
	/** The id over at Braze or CleverTap that a relay request carried. */
	espUserId?: string;
}

export interface Sending {
	template: Template;
	recipients: Recipient[];
	push?: { title: string; body?: string };
	via: 'api' | Esp;
	eventName?: string;
	targetId?: string | number;
}

/** Above this many a sending has one line in the log, not one for each person. */
const LOGGED_ONE_BY_ONE = 100;

function arrive(state: NotificationsState, { template, push, via, eventName, targetId }: Sending, { userId, variables, espUserId }: Recipient): Notification {
	const notification: Notification = { id: newId(), userId, sentAt: Date.now(), templateKey: template.key, text: render(template, variables), variables, push, via, eventName, targetId, espUserId };
	const own = state.inbox.get(userId);
	if (own === undefined) state.inbox.set(userId, [notification]);
	else own.push(notification);
	return notification;
}

/** Whether somebody of this id can get notifications. */
export const reachable = (state: NotificationsState, userId: string): boolean => state.application.users.get(userId)?.is_active === true;

/** Puts the notification into the apps; SENT is called back where a relay asked for it. */
export function sendToInboxes(state: NotificationsState, sending: Sending): Notification[] {
	const { template, recipients, via } = sending;
	const there = recipients.filter(({ userId }) => reachable(state, userId));
	const skipped = recipients.filter(({ userId }) => !reachable(state, userId));
	if (skipped.length > 0) {
		const some = skipped.slice(0, 10).map(({ userId }) => userId).join(', ');
		state.note(`${skipped.length} target(s) of ${template.key} are no active users and are left out: ${some}${skipped.length > 10 ? ', …' : ''}`, RULES.targetSkipped);
	}
	const arrived = there.map((recipient) => arrive(state, sending, recipient));
	if (arrived.length > LOGGED_ONE_BY_ONE) {
		state.application.world.events.add({ vendor: 'sendbird-notifications', kind: 'sent', summary: `${template.key} arrived in the apps of ${arrived.length} users (${via})` });
	}
	for (const notification of arrived) {
		if (arrived.length <= LOGGED_ONE_BY_ONE) {
			state.application.world.events.add({ vendor: 'sendbird-notifications', kind: 'sent', summary: `${template.key} arrived in the app of ${notification.userId} (${via}): ${notification.text}`, customer: notification.userId });
		}
		callBack(state, notification, 'SENT');
	}
	return arrived;
}

/** The person opens notifications; those that were read before stay as they are. */
export function readInbox(state: NotificationsState, userId: string, which: string): Notification[] {
	const own = state.inboxOf(userId);
	const meant = which === 'all' ? own : which === 'latest' ? own.slice(-1) : own.filter(({ id }) => id === which);
	const fresh = meant.filter(({ readAt }) => readAt === undefined);
	for (const notification of fresh) {
		notification.readAt = Date.now();
		state.application.world.events.add({ vendor: 'sendbird-notifications', kind: 'customer', summary: `${userId} reads in the app: ${notification.text}`, customer: userId });
		callBack(state, notification, 'READ');
	}
	return fresh;
}
