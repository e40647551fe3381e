import { drawn, grows } from './page/figures.mjs';
import { visit } from './page/visit.mjs';

export const name = 'page-campaigns';
export const title = 'on the page: each documented campaign by one click, seen where it arrives, with its figures as a picture beside the button';
export const integration = 'page';

const ADA = 'cust-42';
const INBOX = 'Notifications, newest first';
const SHIPPED = 'Hi Ada, your order A-1042 is on its way.';
const KEYWORD = 'Texts that were posted to n8n';

const campaigns = ({ page }) => page.getByRole('region', { name: 'Start a campaign' });
const picture = (words) => `Figures of “${words}”`;

/** One click; the page says at once that it went. Gives the time that it says. */
async function starts(it, words) {
	const one = campaigns(it).getByRole('listitem').filter({ has: it.page.getByRole('button', { name: words, exact: true }) });
	const told = one.getByText(/^Started at /);
	const before = await told.allInnerTexts();
	await one.getByRole('button', { name: words, exact: true }).click();
	await told.filter({ hasNotText: before[0] ?? 'never' }).waitFor();
	return /\d\d:\d\d:\d\d/.exec(await told.innerText())[0];
}

/** One click, and one notification more with these words in Ada's app. */
async function notified(it, words, start) {
	await it.tab('App inbox');
	await it.choose('App of', ADA);
	// The inbox of the one who was in view before must not be counted.
	await it.page.getByRole('combobox', { name: 'App of' }).locator('option:checked').filter({ hasText: 'Ada' }).waitFor({ state: 'attached' });
	const before = await it.count(INBOX, words);
	await start();
	await it.sees(INBOX, words, before + 1);
}

async function keywordSms(it) {
	const { name: who } = await it.newCustomer();
	await it.tab('Braze');
	await campaigns(it).getByText(/^No text was posted|^Texts posted/).waitFor();
	const before = await drawn(it.page, KEYWORD, 'Support: first text to n8n');
	await starts(it, `Text SUPPORT as ${who}`);
	await it.sees(`SMS of ${who}`, 'Arrived: ticket');
	await grows(it.page, KEYWORD, 'Support: first text to n8n', before + 1);
	await it.choose('Phone of', ADA);
}

async function brazeToSendbird(it) {
	const { page } = it;
	await notified(it, SHIPPED, async () => {
		const before = await drawn(page, picture('Canvas: order shipped'), 'entries');
		await starts(it, 'Canvas: order shipped');
		await grows(page, picture('Canvas: order shipped'), 'entries', before + 1);
	});
	await notified(it, SHIPPED, async () => {
		const posted = it.events.getByRole('button').filter({ hasText: /“Batch campaign: order shipped” for cust-42/ }).filter({ hasText: '200' });
		const before = await drawn(page, picture('Batch campaign: order shipped'), 'sent');
		await starts(it, 'Batch campaign: order shipped');
		await grows(page, picture('Batch campaign: order shipped'), 'sent', before + 5);
		await posted.last().waitFor();
		const form = await it.follows(campaigns(it).getByRole('link', { name: 'Send what waits' }));
		await form.getByRole('button', { name: 'Submit' }).click();
		await form.getByText('Form Submitted').waitFor();
		await form.close();
	});
	await page.getByRole('button', { name: `Read: ${SHIPPED}` }).first().click();
	await it.sees(INBOX, /Read \d/);
}

async function messenger({ control, waitFor }, it) {
	const { page } = it;
	await it.tab('Messenger');
	const chat = 'Messenger chat of Ada Lovelace';
	await it.writes('Messenger message from Ada Lovelace', `Hello ${Date.now()}`);
	await starts(it, 'Ada follows her Messenger link');
	await waitFor(async () => (await control.brazeProfile(ADA)).custom_attributes.messenger_id, { what: 'the profile to carry Ada’s Messenger id' });
	const words = 'your order is on its way';
	const before = { chat: await it.count(chat, words), sent: await drawn(page, picture('Campaign to Messenger'), 'sent') };
	await starts(it, 'Campaign to Messenger');
	await it.sees(chat, words, before.chat + 1);
	await grows(page, picture('Campaign to Messenger'), 'sent', before.sent + 1);
}

/** The list names what was just made, and keeps its figures too. */
async function listed({ page }) {
	const list = page.getByRole('region', { name: 'Campaigns and Canvases' });
	const summary = list.locator('summary').filter({ has: page.getByText('Canvas: order shipped', { exact: true }) });
	await summary.click();
	await list.getByRole('img', { name: /^Canvas: order shipped, last 14 days: entries [1-9]\d*, sent [1-9]/ }).waitFor();
	await summary.click();
}

async function cleverTap(it) {
	const { page } = it;
	await it.tab('CleverTap');
	await campaigns(it).waitFor();
	await notified(it, /Hi Ada Lovelace, your order A-1042/, async () => {
		const before = await drawn(page, picture('Single: order shipped'), 'sent');
		await starts(it, 'Single: order shipped');
		await grows(page, picture('Single: order shipped'), 'sent', before + 1);
	});
	await notified(it, '20% off until Sunday: shop.example/sale', async () => {
		const at = await starts(it, 'Multi: spring sale');
		await page.getByRole('region', { name: 'Campaigns', exact: true }).getByRole('img', { name: new RegExp(`^Spring sale ${at}: qualified [1-9]\\d*, sent [1-9]`) }).waitFor();
		await grows(page, picture('Multi: spring sale'), 'sent', 1);
	});
}

export const run = (stage) =>
	visit(stage, async (it) => {
		await keywordSms(it);
		await brazeToSendbird(it);
		await messenger(stage, it);
		await listed(it);
		await cleverTap(it);
	});
