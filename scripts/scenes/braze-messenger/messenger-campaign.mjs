import { grow, linkedCustomer, sendCalls } from '../../lib/scenes/messenger.mjs';
import { outcomeEvents, withMessengerCampaign } from '../../lib/scenes/messengerCampaign.mjs';

export const name = 'messenger-campaign';
export const title = 'a Braze webhook campaign arrives in Messenger inside 24 hours; later it is refused; Braze learns it, as attribute and as event, once';
export const integration = 'braze-messenger';

/** The marketer's own name for it. */
const EVENT = 'autumn_sale_in_messenger';

const author = (body) => body.replace('"messenger_message"', `"${EVENT}"`);

async function play(stage) {
	const { expect, control, waitFor, quiet } = stage;
	const outcomes = async (customer) => (await outcomeEvents(customer, EVENT)).map(({ outcome }) => outcome);
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
	const sent = await outcomeOf(customer, 'sent');
	await quiet(2500);
	const messages = await person.received();
	expect.same(messages.length, 1, 'messages in the chat');
	expect.contains(messages[0].text, 'your order is on its way', 'the message');
	expect.same(messages[0].messagingType, 'UPDATE', 'its messaging type');
	expect.same(await outcomes(customer), ['sent'], 'outcome events of three deliveries');
	const [told] = await outcomeEvents(customer, EVENT);
	expect.same([told.why, told.class, `${told.dispatch_id}:${customer.externalId}`], [messages[0].mid, '', sent.messenger_last_dispatch], 'why, class and dispatch of the event');

	await grow(stage, 25, person, customer);
	const mark = stage.feed.mark;
	await customer.texts('SUPPORT');
	const closed = await outcomeOf(customer, 'windowClosed');
	expect.contains(closed.messenger_last_outcome_why, '25 hours', 'messenger_last_outcome_why');
	await quiet();
	expect.same((await person.received()).length, 1, 'messages in the chat after 25 hours');
	expect.same(sendCalls(stage.feed.since(mark)).length, 0, 'calls of the Send API outside the window');
	expect.same(await outcomes(customer), ['sent', 'windowClosed'], 'outcome events after 25 hours');

	const noMessenger = await stage.newCustomer();
	await noMessenger.texts('SUPPORT');
	await outcomeOf(noMessenger, 'skipped');

	const gone = await linkedCustomer(stage);
	await gone.person.blocks();
	await gone.customer.texts('SUPPORT');
	const left = await outcomeOf(gone.customer, 'recipientGone');
	expect.same(left.messenger_id, undefined, 'messenger_id of a person who blocked the Page');
	await quiet();
	expect.same((await outcomeEvents(gone.customer, EVENT)).map(({ outcome, class: failureClass }) => [outcome, failureClass]), [['recipientGone', 'recipientGone']], 'outcome events of a person who blocked the Page');
}

export async function run(stage) {
	await withMessengerCampaign(stage, () => play(stage), author);
}
