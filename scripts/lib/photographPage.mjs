import { join } from 'node:path';

const SIZE = { width: 1440, height: 900 };

/** As a person plays it: a question by SMS, an answer from the desk, and the call that opened the ticket left open. */
async function converse(page) {
	const sees = (list, words) => page.getByRole('list', { name: list }).getByRole('listitem').filter({ hasText: words }).last().waitFor();
	const writes = async (field, words) => {
		await page.getByRole('textbox', { name: field }).fill(words);
		await page.getByRole('textbox', { name: field }).press('Enter');
	};
	await page.getByRole('button', { name: 'SUPPORT', exact: true }).click();
	await sees('SMS of Ada Lovelace', 'Arrived: ticket');
	await writes('SMS from Ada Lovelace', 'My parcel was due on Monday. Where is it?');
	await sees('SMS of Ada Lovelace', /Where is it\?.*Arrived: ticket/s);
	await writes(/^Public reply on ticket/, 'Hello Ada, it left Berlin this morning and arrives tomorrow 🚚');
	await sees('SMS of Ada Lovelace', 'arrives tomorrow');
	await writes('SMS from Ada Lovelace', 'Wonderful, thank you!');
	await sees('SMS of Ada Lovelace', /thank you!.*Arrived: ticket/s);
	await page.getByLabel('Texts', { exact: true }).filter({ hasText: /Under way\s*0/ }).waitFor();
}

async function openCall(page) {
	const find = page.getByLabel('Find in what happened');
	await find.fill('opened for Ada');
	await page.getByRole('list', { name: 'What happened' }).getByRole('button').last().click();
	await find.fill('');
	await page.getByRole('list', { name: 'What happened' }).locator('.opened').waitFor();
	await page.getByRole('region', { name: 'The event' }).getByRole('heading', { name: 'Request' }).waitFor();
}

/** Campaigns to the app, and their figures. */
async function campaigns(page) {
	await page.getByRole('tab', { name: 'App inbox' }).click();
	await page.getByRole('tab', { name: 'CleverTap' }).click();
	const inbox = page.getByRole('list', { name: 'Notifications, newest first' });
	await page.getByRole('button', { name: 'Single: order shipped' }).click();
	await inbox.getByText(/order A-1042/).first().waitFor();
	await page.getByRole('button', { name: 'Multi: spring sale' }).click();
	await inbox.getByText(/20% off/).first().waitFor();
	await page.getByRole('button', { name: 'Newest' }).click();
	await page.getByRole('img', { name: /^Spring sale .*: qualified 4, sent 4/ }).waitFor();
}

/**
 * The sandbox's page over a conversation that really ran: `page-light.png`, `page-dark.png`, `page-call.png`, `page-campaigns.png`.
 * @param {{ sandbox: { ready: { page: string } } }} world
 * @param {import('playwright-core').Browser} browser
 * @param {string} folder
 */
export async function photographPage({ sandbox }, browser, folder) {
	const context = await browser.newContext({ viewport: SIZE, deviceScaleFactor: 1.5, colorScheme: 'light' });
	const page = await context.newPage();
	const shot = (name) => page.screenshot({ path: join(folder, `page-${name}.png`), animations: 'disabled' });
	await page.goto(sandbox.ready.page);
	await page.getByText('Live', { exact: true }).waitFor();
	await converse(page);
	await page.mouse.move(0, 0);
	await shot('light');
	await page.emulateMedia({ colorScheme: 'dark' });
	await shot('dark');
	await page.emulateMedia({ colorScheme: 'light' });
	await openCall(page);
	await shot('call');
	await page.getByRole('button', { name: 'Close the event' }).click();
	await campaigns(page);
	await shot('campaigns');
	await context.close();
}
