import { visit } from './page/visit.mjs';

export const name = 'page-conversation';
export const title = 'on the page: an SMS becomes a ticket, the answer an SMS, a Messenger chat the same; a call is opened, and its run in n8n’s editor';
export const integration = 'page';

async function bySms(it) {
	const { page } = it;
	const { id, name: who } = await it.newCustomer();
	await page.getByRole('button', { name: 'SUPPORT', exact: true }).click();
	await it.sees(`SMS of ${who}`, 'Arrived: ticket');
	await it.writes(`SMS from ${who}`, 'Where is my parcel?');
	const asked = await it.sees(`SMS of ${who}`, /Where is my parcel\?.*Arrived: ticket/s);
	const ticket = /ticket (\d+)/.exec(await asked.innerText())[1];
	await it.tab('Zendesk');
	await it.sees(`Ticket ${ticket}`, 'Where is my parcel?');
	await it.writes(`Public reply on ticket ${ticket}`, 'It arrives tomorrow.');
	await it.sees(`SMS of ${who}`, 'It arrives tomorrow.');
	await it.sees(`Ticket ${ticket}`, /It arrives tomorrow\..*Arrived: the phone/s);
	return { id, ticket };
}

async function byMessenger(it) {
	const { page } = it;
	await it.tab('Messenger');
	const words = `Do you ship to Iceland? ${Date.now()}`;
	await it.writes('Messenger message from Ada Lovelace', words);
	const asked = await it.sees('Messenger chat of Ada Lovelace', new RegExp(`${words.replace('?', '\\?')}.*Arrived: ticket`, 's'));
	const ticket = /ticket (\d+)/.exec((await asked.innerText()).split(words)[1])[1];
	await (await it.event(words)).click();
	await page.getByRole('button', { name: 'Look at both ends' }).click();
	await page.keyboard.press('Escape');
	await page.getByRole('list', { name: 'Tickets, newest first' }).getByRole('button').filter({ hasText: `#${ticket} ` }).click();
	await it.sees(`Ticket ${ticket}`, words);
	const answer = `To Iceland as well. ${Date.now()}`;
	await it.writes(`Public reply on ticket ${ticket}`, answer);
	await it.sees('Messenger chat of Ada Lovelace', answer);
}

/** The call that opened the ticket: masked headers, body, answer, rule; and the run in n8n that made it. */
async function opensCall(stage, it, ticket) {
	const { page } = it;
	const { expect } = stage;
	await (await it.event(`ticket ${ticket} opened`)).click();
	const details = page.getByRole('region', { name: 'The event' });
	await details.getByText('POST /api/v2/tickets').waitFor();
	await details.getByText('headers (secrets masked)').first().click();
	const shown = await details.innerText();
	expect.contains(shown, 'Bear… (', 'the masked authorization');
	expect.contains(shown, '"comment"', 'the body');
	expect.contains(shown, 'The rule that decided', 'the details');
	const run = details.getByRole('link', { name: /^run \d+$/ });
	const id = (await run.innerText()).replace('run ', '');
	const editor = await it.follows(run);
	await it.signsIn(editor);
	const inbound = stage.world.workflows.find(({ file }) => file === '1-inbound-sms-to-ticket.json');
	await editor.waitForURL(`${stage.world.n8n.url}/workflow/${inbound.id}/executions/${id}`);
	await editor.locator(`[data-test-id="execution-preview-details-${id}"]`).filter({ hasText: 'Succeeded' }).waitFor();
	await editor.locator('[data-test-id="canvas-node-status-success"]').first().waitFor();
	await editor.close();
	await page.keyboard.press('Escape');
	await details.waitFor({ state: 'detached' });
}

export const run = (stage) =>
	visit(stage, async (it) => {
		const { ticket } = await bySms(it);
		await opensCall(stage, it, ticket);
		await byMessenger(it);
		stage.expect.same(await it.astray(), [], 'texts of this visit that were lost or doubled');
	});
