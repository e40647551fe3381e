import type { FastifyInstance } from 'fastify';
import type { Handmade, HandmadeSetup } from './controlTypes';
import { newSecret, ulid } from '../ids';
import { createField } from '../fields/write';
import type { ZendeskState } from '../state';
import { createCategory } from '../triggers/categoryRoutes';
import { CONDITIONAL } from '../triggers/notifyWebhook';
import { createTrigger } from '../triggers/routes';
import type { User, Webhook } from '../types';
import { replyBody, solvedBody, TITLES } from './handmadeTexts';

/** Step 1: a webhook for triggers, with Braze's key as bearer token. */
function addWebhook(state: ZendeskState, admin: User, name: string, { brazeUrl, brazeApiKey }: Required<Pick<HandmadeSetup, 'brazeUrl' | 'brazeApiKey'>>): Webhook {
	const now = Date.now();
	const webhook: Webhook = {
		id: ulid(),
		name,
		description: null,
		endpoint: `${brazeUrl.replace(/\/$/, '')}/campaigns/trigger/send`,
		http_method: 'POST',
		request_format: 'json',
		status: 'active',
		subscriptions: [CONDITIONAL],
		authentication: { type: 'bearer_token', data: { token: brazeApiKey }, add_position: 'header' },
		custom_headers: null,
		secret: newSecret(),
		created_at: now,
		created_by: admin.id,
		updated_at: now,
		updated_by: admin.id,
	};
	state.webhooks.set(webhook.id, webhook);
	return webhook;
}

/** The document's set-up, clicked together by hand: nothing of it carries a mark of ours. */
export function makeByHand(state: ZendeskState, setup: HandmadeSetup): Handmade {
	const admin = [...state.users.values()].filter(({ role }) => role === 'admin')[0];
	const titles = TITLES[setup.language ?? 'en'];
	const braze = { brazeUrl: setup.brazeUrl ?? `${state.world.options.baseUrl}/braze`, brazeApiKey: setup.brazeApiKey ?? 'sandbox-braze-key' };
	const reply = addWebhook(state, admin, titles.replyWebhook, braze);
	const solved = addWebhook(state, admin, titles.solvedWebhook, braze);
	const category = createCategory(state, titles.category);
	const trigger = (title: string, all: Array<{ field: string; operator: string; value: string }>, webhook: Webhook, body: string) =>
		createTrigger(
			state,
			{
				title,
				category_id: category.id,
				conditions: { all, any: [] },
				actions: [{ field: 'notification_webhook', value: [webhook.id, body] }],
			},
			admin.id,
		).id;
	const first = trigger(
		titles.replyTrigger,
		[{ field: 'comment_is_public', operator: 'is', value: 'requester_can_see_comment' }, { field: 'current_via_id', operator: 'is_not', value: '5' }],
		reply,
		replyBody(setup.replyCampaignId ?? 'YOUR_CAMPAIGN_ID'),
	);
	const second = trigger(titles.solvedTrigger, [{ field: 'status', operator: 'value', value: 'solved' }], solved, solvedBody(setup.solvedCampaignId ?? 'YOUR_API_KEY'));
	let field = state.userFields.find(({ key }) => key === 'braze_external_id');
	if (field === undefined) {
		field = createField(state, ['text'], { type: 'text', title: 'braze_external_id', key: 'braze_external_id' });
		state.userFields.push(field);
	}
	return { categoryId: category.id, webhookIds: [reply.id, solved.id], triggerIds: [first, second], userFieldId: field.id };
}

export function handmadeControl(app: FastifyInstance, state: ZendeskState): void {
	app.post<{ Body: HandmadeSetup | undefined }>('/_sandbox/zendesk/handmade', async ({ body }, reply) => {
		const made = makeByHand(state, body ?? {});
		state.world.events.add({ vendor: 'zendesk', kind: 'agent', summary: "an administrator sets up the document's way by hand: two webhooks, two triggers" });
		return await reply.code(201).send(made);
	});
}
