import { postWebhook } from '../sendbird/webhooks/webhooks';
import type { NotificationsState } from './state';
import type { Route } from './targets';
import type { Variables } from './render';

export interface AskedSend {
	notificationId: string;
	templateKey: string;
	route: Route;
	targets: string[];
	filename?: string;
	variables: Map<string, Variables>;
}

/** Tells the notifications' webhook that a send was asked for. */
export function tellSend(state: NotificationsState, { notificationId, templateKey, route, targets, filename, variables }: AskedSend): void {
	const category = route.queued ? 'notification:send_batch' : 'notification:send_realtime';
	const { enabled, url, events, includeVariables, signingToken } = state.webhook;
	if (!enabled || url === '' || !(events.includes('*') || events.includes(category))) return;
	postWebhook(state.application, {
		vendor: 'sendbird-notifications',
		url,
		category,
		payload: {
			notification_id: notificationId,
			mode: route.mode,
			template: { key: templateKey, ...(includeVariables ? { variables: Object.fromEntries(variables) } : {}) },
			...(filename === undefined ? { targets } : { targets_filename: filename }),
			created_at: Date.now(),
		},
		apiToken: state.application.token(signingToken),
		customer: targets.length === 1 ? targets[0] : undefined,
	});
}
