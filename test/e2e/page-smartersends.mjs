import { SMARTERSENDS_OFFICE } from '../../scripts/lib/world/demoCredentials.mjs';
import { smarterSends } from '../../scripts/lib/scenes/smarterSends.mjs';
import { grows } from './page/figures.mjs';
import { visit } from './page/visit.mjs';

export const name = 'page-smartersends';
export const title = 'from the page’s links: the office sets its groups up, an owner plans a send in a browser, the office approves it, Braze sends when its time comes, and page and report show the figures';
export const integration = 'page';

const REACHED = 'What went out to guests';

const opens = (it, words) => it.follows(it.page.getByRole('region', { name: 'Braze × SmarterSends' }).getByRole('link', { name: words, exact: true }));

/** Not before the form's last page has told n8n that it was seen: its execution would wait for ever. */
async function leaves(form) {
	await form.waitForLoadState('networkidle');
	await form.close();
}

async function setsUp(it) {
	const form = await opens(it, 'SmarterSends: set-up');
	await form.getByRole('button', { name: 'Set up' }).click();
	await form.getByText('The tables are there.').waitFor();
	await leaves(form);
}

/** All is filled in, the owner's key too. Gives the reference that the owner sees. */
async function plans(it, words) {
	const form = await opens(it, 'Write to your guests');
	// The same words twice would be one send.
	await form.getByLabel('Text', { exact: true }).fill(words);
	await form.getByRole('button', { name: 'Check and hand in' }).click();
	await form.getByText(/reference: [\w-]+/).first().waitFor();
	const reference = /reference: ([\w-]+)/.exec(await form.locator('body').innerText())[1];
	await leaves(form);
	return reference;
}

async function approves({ waitFor }, it, { sendOf }, reference) {
	await waitFor(async () => { const row = await sendOf(reference); return row?.approval_url && row.status.includes('await'); }, { what: `${reference} to await approval` });
	const form = await opens(it, 'Approve the newest send');
	await form.getByLabel('Decision').selectOption('Approve');
	await form.getByLabel('Your name').fill('Dana Office');
	await form.locator('button[type="submit"]').click();
	await waitFor(async () => (await sendOf(reference)).status === 'scheduled', { what: `${reference} to be scheduled at Braze` });
	await form.close();
}

/** What the office reads: the row of this send, and the drawing. */
async function reads(it, reference) {
	const form = await opens(it, 'SmarterSends: report');
	await form.getByRole('button', { name: 'Read the figures' }).click();
	const row = form.getByRole('row').filter({ hasText: reference });
	await row.waitFor();
	await form.locator('svg').first().waitFor();
	const cells = await row.getByRole('cell').allInnerTexts();
	await leaves(form);
	return cells;
}

async function play(stage, it) {
	const { control, expect } = stage;
	await it.tab('Braze');
	await setsUp(it);
	const office = await smarterSends(stage);
	try {
		const words = `Neue Pizza ab Montag ${Date.now()}`;
		const reference = await plans(it, words);
		await approves(stage, it, office, reference);
		await it.page.getByRole('button', { name: 'Age the world by +4 days' }).click();
		await it.event(/e-mail to guest-0\d/);
		const held = await stage.waitFor(async () => { const found = (await control.call('GET', '/customer/guest-02/inbox')).messages.filter(({ html }) => html?.includes(words)); return found.length > 0 && found; }, { what: 'the e-mail of guest-02' });
		expect.same(held.length, 1, 'e-mails to guest-02 with these words');
		await grows(it.page, REACHED, 'sent', 1);
		return (await reads(it, reference)).join(' | ');
	} finally {
		// One that waited a moment ago may have come to its end, which n8n refuses to stop.
		await office.leave().catch(() => office.leave());
	}
}

export const run = (stage) => visit(stage, (it) => play(stage, it), { httpCredentials: { username: SMARTERSENDS_OFFICE.user, password: SMARTERSENDS_OFFICE.password } });
