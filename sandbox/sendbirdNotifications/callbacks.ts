import { RULES } from './rules';
import type { NotificationsState } from './state';
import type { Callback, Esp, Notification } from './types';

const identityOf = (state: NotificationsState, esp: Esp, { espUserId, userId }: Notification): string => (state.integrations[esp].identity === 'esp' ? (espUserId ?? userId) : userId);

/** Records a callback, and sends it where the integration is set up. */
export function enqueue(state: NotificationsState, callback: Callback): void {
	if (!state.callbacks.includes(callback)) state.callbacks.push(callback);
	const { callback: on, endpoint } = state.integrations[callback.esp];
	if (!on || endpoint === null) {
		callback.outcome = 'off';
		state.note(`${callback.status} of ${callback.identity} is not called back: ${on ? 'no endpoint is set' : 'Event callback is off'} in the ${callback.esp} integration`, RULES.callbackSwitch, callback.identity);
		if (callback.next !== undefined) enqueue(state, callback.next);
		return;
	}
	callback.outcome = 'waiting';
	state.queue.add(callback);
}

/** What a relay send tells about a notification. With `readBeforeSent` SENT waits for READ. */
export function callBack(state: NotificationsState, notification: Notification, status: 'SENT' | 'READ'): void {
	const { via, eventName, targetId } = notification;
	if (via === 'api' || eventName === undefined) return;
	const callback: Callback = { at: Date.now(), esp: via, identity: identityOf(state, via, notification), eventName, status, targetId, outcome: 'waiting' };
	if (status === 'SENT' && state.integrations[via].readBeforeSent) {
		callback.outcome = 'held';
		notification.held = callback;
		state.callbacks.push(callback);
		return;
	}
	if (status === 'READ' && notification.held !== undefined) {
		callback.next = notification.held;
		notification.held = undefined;
	}
	enqueue(state, callback);
}
