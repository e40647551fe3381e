import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brazeSetup } from './brazeSetup.mjs';
import { root } from '../command/paths.mjs';

/** The sandbox's campaigns start with a keyword: any of them may post to Messenger instead. */
const CAMPAIGN = 'campaign-first-text';

const shipped = (...file) => readFileSync(join(root, 'workflows', ...file), 'utf8').trimEnd();

/**
 * While it lasts, a customer who texts the keyword is in the audience of a campaign that posts to Messenger, with the body as it ships.
 * @param {ReturnType<typeof import('./stage.mjs').makeStage>} stage
 * @param {() => Promise<void>} meanwhile
 * @param {(body: string) => string} [author] what the marketer changes in the pasted body
 */
export async function withMessengerCampaign({ control, world }, meanwhile, author = (body) => body) {
	const { webhook } = brazeSetup().campaigns.find(({ sandboxId }) => sandboxId === CAMPAIGN);
	const body = author(shipped('braze-messenger', 'braze', 'campaign-to-messenger.webhook.liquid'));
	await control.brazeCampaign(CAMPAIGN, { body, url: world.brazeWebhookOf('braze-messenger') });
	try {
		await meanwhile();
	} finally {
		await control.brazeCampaign(CAMPAIGN, { body: shipped('braze-zendesk-sms', 'braze', webhook.bodyFile), url: webhook.url });
	}
}

/** What the campaign writes back as custom events. */
export const outcomeEvents = async (customer, event = 'messenger_message') => (await customer.profile()).events.filter(({ name }) => name === event).map(({ properties }) => properties);
