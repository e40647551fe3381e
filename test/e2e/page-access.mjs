import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { visit } from './page/visit.mjs';

export const name = 'page-access';
export const title = 'on the page: a conversation by keyboard alone, in the dark and in the light, and nothing that axe finds';
export const integration = 'page';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TABS = ['SMS', 'Messenger', 'App inbox', 'Zendesk', 'Braze', 'CleverTap'];

async function violations(page) {
	await page.evaluate(AXE);
	const result = await page.evaluate('axe.run()');
	return result.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
}

/** Everything with Tab, arrows, Enter and Escape: the mouse is never touched. */
async function byKeyboard(it) {
	const { page } = it;
	const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '');
	/** @param {RegExp | string} wanted what is said of it, or a selector */
	const isThere = async (wanted) => (typeof wanted === 'string' ? page.evaluate((selector) => document.activeElement.matches(selector), wanted) : wanted.test(await focused()));
	const tabTo = async (wanted) => {
		for (let presses = 0; presses < 150; presses++) {
			await page.keyboard.press('Tab');
			if (await isThere(wanted)) return;
		}
		throw new Error(`Tab never came to ${wanted}; it stands on “${await focused()}”`);
	};
	await tabTo(/^New customer$/);
	const before = await page.getByRole('textbox', { name: /^SMS from/ }).getAttribute('aria-label');
	await page.keyboard.press('Enter');
	await page.waitForFunction((label) => document.querySelector('textarea').getAttribute('aria-label') !== label && !/cust-/.test(document.querySelector('textarea').getAttribute('aria-label')), before);
	await tabTo(/^SMS from/);
	const who = (await focused()).replace('SMS from ', '');
	await page.keyboard.type('SUPPORT');
	await page.keyboard.press('Enter');
	const asked = await it.sees(`SMS of ${who}`, 'Arrived: ticket');
	const ticket = /ticket (\d+)/.exec(await asked.innerText())[1];
	await tabTo(new RegExp(`Public reply on ticket ${ticket}$`));
	await page.keyboard.type('Typed by an agent without a mouse');
	await page.keyboard.press('Enter');
	await it.sees(`SMS of ${who}`, 'Typed by an agent without a mouse');
	await tabTo('[data-event]');
	await page.keyboard.press('Home');
	await page.keyboard.press('Enter');
	await page.getByRole('region', { name: 'The event' }).waitFor();
	await page.keyboard.press('Escape');
	await page.getByRole('region', { name: 'The event' }).waitFor({ state: 'detached' });
	await tabTo(/^Faults/);
	await page.keyboard.press('Enter');
	const drawer = page.getByRole('dialog', { name: 'Faults' });
	await tabTo(/^Braze, Slow/);
	await page.keyboard.press('Space');
	await drawer.locator('[aria-checked="true"]').waitFor();
	await page.keyboard.press('Space');
	await drawer.locator('[aria-checked="true"]').waitFor({ state: 'detached' });
	await page.keyboard.press('Escape');
	await drawer.waitFor({ state: 'detached' });
}

/** Every pane, an opened call, and the faults. */
async function looksAtAll(stage, it, colour) {
	const { page } = it;
	for (const tab of TABS) {
		await it.tab(tab);
		stage.expect.same(await violations(page), [], `what axe finds (${colour}, ${tab})`);
	}
	const find = page.getByRole('searchbox', { name: 'Find in what happened' });
	await find.fill('opened for');
	await (await it.event(/ticket \d+ opened/)).click();
	await page.getByRole('region', { name: 'The event' }).getByRole('heading', { name: 'Request' }).waitFor();
	stage.expect.same(await violations(page), [], `what axe finds (${colour}, a call opened)`);
	await page.keyboard.press('Escape');
	await find.fill('');
	await page.getByRole('button', { name: /^Faults/ }).click();
	await page.getByRole('switch').first().waitFor();
	stage.expect.same(await violations(page), [], `what axe finds (${colour}, faults)`);
	await page.keyboard.press('Escape');
	return page.evaluate(() => getComputedStyle(document.body).backgroundColor);
}

export async function run(stage) {
	const left = await visit(stage, async (it) => {
		await byKeyboard(it);
		const light = await looksAtAll(stage, it, 'light');
		await it.page.emulateMedia({ colorScheme: 'dark' });
		const dark = await looksAtAll(stage, it, 'dark');
		stage.expect.true(light !== dark, `the dark page is another colour than ${light}`);
	}, { colorScheme: 'light' });
	return left;
}
