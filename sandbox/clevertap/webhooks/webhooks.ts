import type { DeliveryOutcome } from '../../core/deliver';
import { RULES } from '../rules';
import type { CleverTapState } from '../state';
import type { DashboardWebhook } from '../types';
import { callWebhook } from './webhookCall';
import { TEST_BODY } from './webhookBody';

/** Create in Settings > Channels > Webhooks: one test call; the webhook is kept where it answers exactly 200. */
export async function createWebhook(state: CleverTapState, webhook: DashboardWebhook): Promise<DeliveryOutcome> {
	const outcome = await new Promise<DeliveryOutcome>((resolve) => {
		callWebhook(state, webhook, { summary: `test call of webhook "${webhook.name}"`, url: webhook.url, body: TEST_BODY, retries: 0, done: resolve });
	});
	if (outcome.status === 200) state.webhooks.set(webhook.name, webhook);
	else state.note(`webhook "${webhook.name}" is not saved: its test call was answered ${outcome.status === 0 ? outcome.body : outcome.status}`, RULES.webhookTest);
	return outcome;
}
