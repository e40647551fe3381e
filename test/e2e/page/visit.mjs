import { findChromium, openBrowser } from '../../../scripts/lib/pictures/browser.mjs';
import { OWNER } from '../../../scripts/lib/world/n8nRest.mjs';

/** What a person at the sandbox's page sees and does. Looked for by the words on the page, as that person would. */

/** ms; a text takes a second or two through n8n, a retry of Braze's up to six. */
const PATIENCE_MS = 45_000;
/** Playwright's messages carry a terminal's. */
const COLOURS = /\u001b\[\d+m/g;
const SIZE = { width: 1440, height: 900 };

/**
 * A new browser on the page. Errors of the page, and calls to anybody but the sandbox and n8n, fail the visit at its end.
 * Without Chromium the visit fails where all checks run (CI), and is left out elsewhere.
 * @param {ReturnType<typeof import('../../../scripts/lib/scenes/stage.mjs').makeStage>} stage
 * @param {(visit: Awaited<ReturnType<typeof opened>>) => Promise<string | void>} play
 * @param {import('playwright-core').BrowserContextOptions} [options]
 */
export async function visit(stage, play, options = {}) {
	if (findChromium() === undefined && process.env.CI === undefined) return 'left out: there is no Chromium here (CHROMIUM=/path/to/it names one)';
	const browser = await openBrowser();
	try {
		const it = await opened(stage, browser, options);
		const words = await play(it).catch(async (error) => {
			const files = it.context.pages().map((_, index) => `${stage.world.n8n.userFolder}/page-failed-${index + 1}.png`);
			await Promise.all(it.context.pages().map((tab, index) => tab.screenshot({ path: files[index] }).catch(() => undefined)));
			throw new Error(`${error.message.replaceAll(COLOURS, '')}\n    how it looked: ${files.join(', ')}`);
		});
		stage.expect.same(it.complaints, [], 'errors of the page and calls to strangers');
		return words;
	} finally {
		await browser.close();
	}
}

async function opened(stage, browser, options) {
	const { world } = stage;
	const address = world.sandbox.ready.page;
	const complaints = [];
	const context = await browser.newContext({ viewport: SIZE, ...options });
	context.setDefaultTimeout(PATIENCE_MS);
	const page = await context.newPage();
	page.on('pageerror', (error) => complaints.push(error.message));
	page.on('request', (request) => {
		const url = request.url();
		if (!url.startsWith(address) && !url.startsWith(world.n8n.url) && !url.startsWith('data:')) complaints.push(`asked for ${url}`);
	});
	await page.goto(address);
	await page.getByText('Live', { exact: true }).waitFor();

	const events = page.getByRole('list', { name: 'What happened' });
	const readTally = () => world.control.call('GET', '/page/tally');
	// Others have played in this world: a vendor may have given up on what they wrote.
	const openBefore = new Set((await readTally()).open.map(({ id }) => id));
	const openedHere = async () => (await readTally()).open.filter(({ id }) => !openBefore.has(id));
	const it = {
		page,
		context,
		browser,
		address,
		complaints,
		events,
		tab: (name) => page.getByRole('tab', { name, exact: true }).click(),
		/** Waits for a line of what happened and gives its button. The list draws what is in view, and follows its end until somebody looks elsewhere. */
		async event(words) {
			const toNewest = page.getByRole('button', { name: 'Newest', exact: true });
			if (await toNewest.isVisible()) await toNewest.click();
			const line = events.getByRole('button').filter({ hasText: words }).last();
			await line.waitFor();
			return line;
		},
		/** Waits until a conversation, a ticket or an inbox shows these words so many times. */
		async sees(list, words, count = 1) {
			const shown = page.getByRole('list', { name: list }).getByRole('listitem').filter({ hasText: words });
			await shown.nth(count - 1).waitFor();
			return shown.nth(count - 1);
		},
		/** How often they are there now. */
		count: (list, words) => page.getByRole('list', { name: list }).getByRole('listitem').filter({ hasText: words }).count(),
		/** Types into the field of this name and sends it. */
		async writes(field, words) {
			const box = page.getByRole('textbox', { name: field });
			await box.fill(words);
			await box.press('Enter');
			await page.waitForFunction((label) => [...document.querySelectorAll('textarea')].some((one) => label === one.getAttribute('aria-label') && one.value === ''), await box.getAttribute('aria-label'));
		},
		/** Somebody new signs up for SMS by the plus. Gives the name and id as the page shows them. */
		async newCustomer() {
			await it.tab('SMS');
			const chosen = page.getByRole('combobox', { name: 'Phone of' });
			const before = await chosen.inputValue();
			await page.getByRole('button', { name: 'New customer' }).click();
			await page.waitForFunction((id) => document.querySelector('select').value !== id && document.querySelector('select').selectedOptions[0].text.includes('('), before);
			const id = await chosen.inputValue();
			const name = (await chosen.locator('option:checked').innerText()).split(' (')[0];
			return { id, name };
		},
		choose: (field, value) => page.getByRole('combobox', { name: field }).selectOption(value),
		/** Waits until nothing of this visit is under way, and gives what of it was lost or doubled. The page's head must say the same as its server. */
		async astray() {
			await stage.waitFor(async () => (await openedHere()).every(({ state }) => state !== 'handed'), { what: 'every text of this visit to arrive', timeoutMs: PATIENCE_MS });
			const { lost, doubled } = await readTally();
			await page.getByLabel('Texts', { exact: true }).filter({ hasText: new RegExp(`Lost\\s*${lost}\\s*Doubled\\s*${doubled}$`) }).waitFor();
			return await openedHere();
		},
		/** Follows a link to a new tab. */
		async follows(link) {
			const [tab] = await Promise.all([context.waitForEvent('page'), link.click()]);
			return tab;
		},
		/** n8n's own sign-in, as the demo prints it. Does nothing where the person is in already. */
		async signsIn(tab) {
			const email = tab.locator('input[name="emailOrLdapLoginId"]');
			await email.or(tab.locator('[data-test-id="canvas-node"]')).first().waitFor();
			if (!(await email.isVisible())) return;
			await email.fill(OWNER.email);
			await tab.locator('input[name="password"]').fill(OWNER.password);
			await tab.locator('[data-test-id="form-submit-button"]').click();
		},
	};
	return it;
}
