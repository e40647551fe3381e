import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { badParam } from '../graph/errors';
import { decidedBy, pageEdge } from '../graph/graph';
import { names } from '../graph/params';
import { RULES } from '../rules';
import type { MessengerState } from '../state';

/** Webhook fields of a Page: those of Messenger, and the Page's own. */
export const FIELDS: readonly string[] = [
	'messages', 'messaging_postbacks', 'messaging_optins', 'messaging_referrals', 'message_deliveries', 'message_reads', 'message_echoes',
	'message_edits', 'message_reactions', 'message_context', 'messaging_handovers', 'messaging_account_linking', 'messaging_policy_enforcement',
	'messaging_integrity', 'messaging_customer_information', 'messaging_feedback', 'message_template_status_update', 'messenger_template_status_update',
	'response_feedback', 'send_cart', 'inbox_labels', 'standby', 'marketing_message_clicks', 'marketing_message_deliveries',
	'marketing_message_delivery_failed', 'marketing_message_echoes', 'marketing_message_reads',
	'feed', 'mention', 'leadgen', 'ratings', 'conversations', 'name', 'picture', 'category', 'description', 'live_videos', 'videos',
];

/** Refuses a field that Pages do not have: a typo would be silence otherwise. */
export function checkFields(fields: readonly string[], param: string): void {
	if (fields.length === 0) throw badParam(`The parameter ${param} is required`);
	const strange = fields.findIndex((field) => !FIELDS.includes(field));
	if (strange !== -1) throw badParam(`Param ${param}[${strange}] must be one of {${FIELDS.join(', ')}} - got "${fields[strange]}"`, RULES.subscribedFields);
}

/** The Page layer: which fields of this Page the app of the token hears. */
export function subscribedApps(app: FastifyInstance, state: MessengerState): void {
	const path = '/:node/subscribed_apps';
	pageEdge(app, state, {
		method: 'POST',
		path,
		permissions: ['pages_manage_metadata'],
		input: z.object({ subscribed_fields: names }),
		answer({ input: { subscribed_fields: fields }, page, app: caller, request }) {
			checkFields(fields, 'subscribed_fields');
			page.subscribedApps.set(caller.id, [...new Set(fields)]);
			decidedBy(request, RULES.subscribedReplace);
			return { success: true };
		},
	});
	pageEdge(app, state, {
		method: 'GET',
		path,
		permissions: ['pages_manage_metadata'],
		input: z.object({}),
		answer: ({ page }) => ({
			data: [...page.subscribedApps].map(([id, fields]) => ({ category: 'Business', link: `https://www.facebook.com/games/?app_id=${id}`, name: state.apps.get(id)?.name, id, subscribed_fields: fields })),
		}),
	});
	pageEdge(app, state, {
		method: 'DELETE',
		path,
		permissions: ['pages_manage_metadata'],
		input: z.object({}),
		answer({ page, app: caller }) {
			page.subscribedApps.delete(caller.id);
			return { success: true };
		},
	});
}
