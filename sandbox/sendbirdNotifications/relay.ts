import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { SendbirdApplication } from '../sendbird/application';
import { decidedBy, endpoint } from '../sendbird/endpoint';
import { relayHost } from './hosts';
import { readRelayBody } from './relayBody';
import { templateOf } from './render';
import { RULES } from './rules';
import { send } from './send';
import type { NotificationsState } from './state';
import { routeOf } from './targets';
import { ESPS } from './types';

/** The misspelling stands as a link on CleverTap's page. */
const MODES = [['single', 'single'], ['multi', 'multi'], ['mutli', 'multi']] as const;

/** What CleverTap posts when a webhook is made. */
const testCall = z.object({ is_test: z.literal(true) });

/** The endpoints that Braze and CleverTap post to; what they send is called back. */
export function relay(app: FastifyInstance, application: SendbirdApplication, state: NotificationsState): void {
	for (const esp of ESPS) {
		const host = relayHost(application, esp);
		for (const [name, mode] of MODES) {
			endpoint(app, host, {
				method: 'POST',
				path: `/${esp}/notifications/${name}`,
				body: z.unknown(),
				unlimited: () => mode === 'multi',
				answer({ body, request }) {
					if (esp === 'clevertap' && testCall.safeParse(body).success) {
						decidedBy(request, RULES.relayTest);
						return {};
					}
					const { rule, templateKey, recipients, eventName, targetId, push } = readRelayBody(body);
					const template = templateOf(state, templateKey);
					const route = routeOf(mode, recipients.length, false);
					request.notes.customer = recipients.length === 1 ? recipients[0].userId : undefined;
					state.note(`${esp} relay, ${rule.text}`, esp === 'braze' ? RULES.relayBraze : name === 'mutli' ? RULES.relayMultiTypo : RULES.relayClevertap, request.notes.customer);
					if (eventName === undefined) state.note(`the ${esp} relay send of ${templateKey} has no event name`, RULES.relayNoEvent);
					decidedBy(request, rule);
					const { notificationId } = send(state, route, { template, recipients, push, via: esp, eventName, targetId });
					return { notification_id: notificationId, mode: route.mode, target_count: recipients.length };
				},
			});
		}
	}
}
