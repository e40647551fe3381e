import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brazeSetup } from '../lib/brazeSetup.mjs';
import { grow, linkedCustomer } from '../lib/messenger.mjs';
import { root } from '../lib/paths.mjs';

export const name = 'messenger-campaign';
export const title = 'a Braze webhook campaign arrives in Messenger inside 24 hours; later it is refused, and Braze learns why';
export const integration = 'braze-messenger';

/** The sandbox's campaigns start with a keyword: any of them may post to Messenger instead. */
const CAMPAIGN = 'campaign-first-text';

const shipped = (...file) => readFileSync(join(root, 'workflows', ...file), 'utf8').trimEnd();

async function play(stage) {
	const { expect, control, waitFor, quiet } = stage;
	const outcomeOf = (customer, wanted) =>
		waitFor(
			async () => {
				const { custom_attributes: held } = await customer.profile();
				return held.messenger_last_outcome === wanted && held;
			},
			{ what: `messenger_last_outcome of ${customer.externalId} to be ${wanted}` },
		);

	const { customer, person } = await linkedCustomer(stage);
	await quiet();
	// Three deliveries of one dispatch, a second apart: one message.
	await control.fault({ vendor: 'braze', route: 'deliveries', times: 1, repeat: 3, repeatEveryMs: 1000 });
	await customer.texts('SUPPORT');
	await outcomeOf(customer, 'sent');
	await quiet(2500);
	const messages = await person.received();
	expect.same(messages.length, 1, 'messages in the chat');
	expect.contains(messages[0].text, 'your order is on its way', 'the message');
	expect.same(messages[0].messagingType, 'UPDATE', 'its messaging type');

	await grow(stage, 25, person, customer);
	const mark = stage.feed.mark;
	await customer.texts('SUPPORT');
	const told = await outcomeOf(customer, 'windowClosed');
	expect.contains(told.messenger_last_outcome_why, '25 hours', 'messenger_last_outcome_why');
	await quiet();
	expect.same((await person.received()).length, 1, 'messages in the chat after 25 hours');
	const sends = stage.feed.since(mark).filter(({ vendor, request }) => vendor === 'messenger' && request?.path.endsWith('/messages'));
	expect.same(sends.length, 0, 'calls of the Send API outside the window');

	const noMessenger = await stage.newCustomer();
	await noMessenger.texts('SUPPORT');
	await outcomeOf(noMessenger, 'skipped');

	const gone = await linkedCustomer(stage);
	await gone.person.blocks();
	await gone.customer.texts('SUPPORT');
	const left = await outcomeOf(gone.customer, 'recipientGone');
	expect.same(left.messenger_id, undefined, 'messenger_id of a person who blocked the Page');
}

export async function run(stage) {
	const { webhook } = brazeSetup().campaigns.find(({ sandboxId }) => sandboxId === CAMPAIGN);
	await stage.control.brazeCampaign(CAMPAIGN, { body: shipped('braze-messenger', 'braze', 'campaign-to-messenger.webhook.liquid'), url: stage.world.brazeWebhookOf('braze-messenger') });
	try {
		await play(stage);
	} finally {
		await stage.control.brazeCampaign(CAMPAIGN, { body: shipped('braze-zendesk-sms', 'braze', webhook.bodyFile), url: webhook.url });
	}
}
