import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { smallPng } from './smallPng.mjs';

const DESK = { viewport: { width: 1440, height: 900 }, deviceScaleFactor: 1.5, locale: 'en-GB' };
const PHONE = { viewport: { width: 412, height: 860 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true, locale: 'en-GB' };
const THEMES = ['light', 'dark'];
const PATIENCE_MS = 60_000;

/** Below `docs/pictures`. */
export const PAGE_PICTURES = ['page', 'page-campaigns', 'page-phone'].flatMap((name) => THEMES.map((theme) => `${name}-${theme}.png`));

const list = (page, name) => page.getByRole('list', { name });
const sees = (page, name, words) => list(page, name).getByRole('listitem').filter({ hasText: words }).last().waitFor();

async function writes(page, field, words) {
	const box = page.getByRole('textbox', { name: field });
	await box.fill(words);
	await box.press('Enter');
}

/** As a person plays it: questions by SMS, an answer from the desk. */
async function converse(page) {
	await page.getByRole('button', { name: 'SUPPORT', exact: true }).click();
	await sees(page, 'SMS of Ada Lovelace', 'Arrived: ticket');
	await writes(page, 'SMS from Ada Lovelace', 'My parcel was due on Monday. Where is it?');
	await sees(page, 'SMS of Ada Lovelace', /Where is it\?.*Arrived: ticket/s);
	await writes(page, /^Public reply on ticket/, 'Hello Ada, it left Berlin this morning and arrives tomorrow 🚚');
	await sees(page, 'SMS of Ada Lovelace', 'arrives tomorrow');
	await writes(page, 'SMS from Ada Lovelace', 'Wonderful, thank you!');
	await sees(page, 'SMS of Ada Lovelace', /thank you!.*Arrived: ticket/s);
	await page.getByLabel('Texts', { exact: true }).filter({ hasText: /Under way\s*0/ }).waitFor();
}

/** Campaigns to the app, their figures, and the one call that n8n made of the second. */
async function campaigns(page) {
	await page.getByRole('tab', { name: 'App inbox' }).click();
	await page.getByRole('tab', { name: 'CleverTap' }).click();
	const inbox = list(page, 'Notifications, newest first');
	await page.getByRole('button', { name: 'Single: order shipped' }).click();
	await inbox.getByText(/order A-1042/).first().waitFor();
	await page.getByRole('button', { name: 'Multi: spring sale' }).click();
	await inbox.getByText(/20% off/).first().waitFor();
	await page.getByRole('img', { name: /^Spring sale .*: qualified 4, sent 4/ }).waitFor();
	await list(page, 'What happened').getByRole('button').filter({ hasText: 'POST /v1/notifications' }).last().click();
	await page.getByRole('region', { name: 'The event' }).getByRole('heading', { name: 'Request' }).waitFor();
	// There while the list does not stand at its end by itself.
	const newest = page.getByRole('button', { name: 'Newest' });
	if (await newest.isVisible()) await newest.click();
}

/** px that the conversations in view hide above their first line. */
const hiddenWords = (page) => page.evaluate(() => Math.max(0, ...[...document.querySelectorAll('.conversation')].map(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight)));

/** px that the topmost row in view lacks; none on a phone, where the list is not in view. */
const missingOfRow = (page) =>
	page.locator('.events').evaluate((box) => {
		const row = box.querySelector('li')?.getBoundingClientRect().height;
		return row ? Math.round((row - (box.clientHeight % row)) % row) : 0;
	});

async function grow(page, px) {
	const { width, height } = page.viewportSize();
	await page.setViewportSize({ width, height: height + px });
}

/** Nothing passing in the picture, and nothing half: no message, no focus, whole lines. */
async function calm(page) {
	await page.locator('.toast').waitFor({ state: 'detached' });
	await page.getByText('Loading').waitFor({ state: 'detached' });
	await page.evaluate(() => document.activeElement?.blur());
	await page.mouse.move(0, 0);
	await grow(page, await hiddenWords(page));
	await grow(page, await missingOfRow(page));
}

async function inBothThemes(page, name, folder) {
	await calm(page);
	for (const colorScheme of THEMES) {
		await page.emulateMedia({ colorScheme });
		writeFileSync(join(folder, `${name}-${colorScheme}.png`), smallPng(await page.screenshot({ animations: 'disabled' })));
	}
}

async function opened(browser, address, options) {
	const context = await browser.newContext(options);
	context.setDefaultTimeout(PATIENCE_MS);
	const page = await context.newPage();
	await page.goto(address);
	await page.getByText('Live', { exact: true }).waitFor();
	return page;
}

/**
 * The sandbox's page over what really ran, each in the light and in the dark: a conversation by SMS, campaigns to the app with an opened call, and the conversation on a phone.
 * @param {{ sandbox: { ready: { page: string } } }} world
 * @param {import('playwright-core').Browser} browser
 * @param {string} folder
 */
export async function photographPage({ sandbox }, browser, folder) {
	mkdirSync(folder, { recursive: true });
	const desk = await opened(browser, sandbox.ready.page, DESK);
	await converse(desk);
	await inBothThemes(desk, 'page', folder);
	const phone = await opened(browser, sandbox.ready.page, PHONE);
	await sees(phone, 'SMS of Ada Lovelace', 'thank you!');
	await inBothThemes(phone, 'page-phone', folder);
	await campaigns(desk);
	await inBothThemes(desk, 'page-campaigns', folder);
	await Promise.all([desk, phone].map((page) => page.context().close()));
}
