import { sendForm } from '../../lib/scenes/forms.mjs';
import { newPerson, ticketOf } from '../../lib/scenes/messenger.mjs';

export const name = 'messenger-resubscribe';
export const title = 'after an hour without an answer Meta unsubscribes the Page in silence; the schedule subscribes it again';
export const integration = 'braze-messenger';

const HOUR_S = 3600;

/** As the schedule does it every hour. */
const look = (stage) => sendForm(stage, 'brazeMessenger4', ['nothing arrives']);

async function unsubscribed(stage, pages) {
	const { control, waitFor } = stage;
	const { webhookTimeoutMs } = await control.messengerApp({});
	// No answer comes in a millisecond, so each delivery fails as it would while n8n is down.
	await control.messengerApp({ webhookTimeoutMs: 1 });
	try {
		await (await newPerson(stage)).writes('Is anybody there?');
		await waitFor(() => stage.feed.all.some(({ vendor, summary }) => vendor === 'messenger' && summary.includes('was not answered with 200')), { what: 'a delivery to fail' });
		await control.age(HOUR_S + 60);
		await waitFor(async () => (await pages()).length === 0, { what: 'Meta to unsubscribe the Page' });
	} finally {
		await control.messengerApp({ webhookTimeoutMs });
	}
}

export async function run(stage) {
	const { expect, control, waitFor, quiet } = stage;
	const pages = async () => (await control.messengerSubscriptions()).pages;
	const before = await pages();
	expect.same(before.length, 1, 'Pages subscribed by publishing');
	try {
		await unsubscribed(stage, pages);
		await quiet();
		const later = await newPerson(stage);
		await later.writes('Hello?');
		await quiet();
		expect.same(await stage.zendesk.tickets(later.link), [], 'tickets while unsubscribed');

		await look(stage);
		await waitFor(async () => (await pages()).length === 1, { what: 'the Page to be subscribed again' });
		expect.same(await pages(), before, "the Page's subscription");
		await later.writes('And now?');
		await ticketOf(stage, later);
	} finally {
		// Whatever failed here: the scenes that follow need their events. Publishing anew subscribes as workflow 4 would.
		if ((await pages()).length === 0) await publishAgain(stage);
	}
}

async function publishAgain({ rest }) {
	await rest.deactivate('brazeMessenger0');
	await rest.activate('brazeMessenger0');
}
