import { visit } from './page/visit.mjs';

export const name = 'page-campaigns';
export const title = 'on the page: each documented campaign by one click, seen in the app inbox and in Messenger, with its figures as a picture';
export const integration = 'page';

const INBOX = 'Notifications, newest first';
const SHIPPED = 'Hi Ada, your order A-1042 is on its way.';
const SALE = '20% off until Sunday: Ada Lovelace';

const presses = (it, console, words) => it.page.getByRole('region', { name: console }).getByRole('button', { name: words, exact: true }).click();

/** A click, and one notification more with these words in Ada's app. */
async function notified(it, words, start) {
	await it.tab('App inbox');
	await it.choose('App of', 'cust-42');
	const before = await it.count(INBOX, words);
	await start();
	await it.sees(INBOX, words, before + 1);
	return it.count(INBOX, words);
}

async function brazeToSendbird(it) {
	await it.tab('Braze');
	await notified(it, SHIPPED, () => presses(it, 'With n8n', 'Canvas: order shipped'));
	await notified(it, SHIPPED, async () => {
		await presses(it, 'With n8n', 'Batch campaign: order shipped');
		await it.event('“Batch campaign: order shipped” for cust-47');
		const form = await it.follows(it.page.getByRole('link', { name: 'Send what waits' }));
		await form.getByRole('button', { name: 'Submit' }).click();
		await form.getByText('Form Submitted').waitFor();
		await form.close();
	});
	await it.page.getByRole('button', { name: `Read: ${SHIPPED}` }).first().click();
	await it.sees(INBOX, /Read \d/);
}

async function cleverTap(it) {
	await it.tab('CleverTap');
	await notified(it, /Hi Ada Lovelace, your order A-1042/, () => presses(it, 'With n8n', 'Single: order shipped'));
	await notified(it, SALE, () => presses(it, 'With n8n', 'Multi: spring sale'));
	await it.page.getByRole('img', { name: /^Spring sale .*: qualified 4, sent 4/ }).first().waitFor();
	await it.page.getByRole('img', { name: /^single: qualified \d+, sent \d+/ }).waitFor();
}

async function messenger({ control, waitFor }, it) {
	await it.tab('Messenger');
	const chat = 'Messenger chat of Ada Lovelace';
	await it.writes('Messenger message from Ada Lovelace', `Hello ${Date.now()}`);
	await it.tab('Braze');
	await presses(it, 'With n8n', 'Ada follows her Messenger link');
	await waitFor(async () => (await control.brazeProfile('cust-42')).custom_attributes.messenger_id, { what: 'the profile to carry Ada’s Messenger id' });
	const words = 'your order is on its way';
	const before = await it.count(chat, words);
	await presses(it, 'With n8n', 'Campaign to Messenger');
	await it.sees(chat, words, before + 1);
}

/** What Braze counted, as its console draws it. */
async function figures(it) {
	const { page } = it;
	await it.tab('Braze');
	const campaigns = page.getByRole('region', { name: 'Campaigns and Canvases' });
	for (const [thing, drawn] of [['Canvas: order shipped', /entries [1-9]\d*, sent [1-9]/], ['Batch campaign: order shipped', /sent ([5-9]|\d\d)/], ['Campaign to Messenger', /sent [1-9]/]]) {
		const summary = campaigns.locator('summary').filter({ hasText: thing });
		await summary.click();
		await campaigns.getByRole('img', { name: new RegExp(`^${thing}, last 14 days: .*${drawn.source}`) }).waitFor();
		await summary.click();
	}
}

export const run = (stage) =>
	visit(stage, async (it) => {
		await brazeToSendbird(it);
		await cleverTap(it);
		await messenger(stage, it);
		await figures(it);
		stage.expect.contains(await it.tally(), 'Lost 0 Doubled 0', 'what the page counts');
	});
