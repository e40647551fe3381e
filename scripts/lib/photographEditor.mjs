import { join } from 'node:path';
import { OWNER } from './n8nRest.mjs';

const SIZE = { width: 1600, height: 800 };

/** Sides of n8n that would stand before the canvas. */
const IN_THE_WAY = ['suggested-actions-close', 'close-chat-button'];

async function login(context, url) {
	const answer = await context.request.post(`${url}/rest/login`, { data: { emailOrLdapLoginId: OWNER.email, password: OWNER.password } });
	if (!answer.ok()) throw new Error(`n8n answered ${answer.status()} to the login`);
}

async function clear(page) {
	for (const id of IN_THE_WAY) {
		const close = page.locator(`[data-test-id="${id}"]`).first();
		if (await close.isVisible()) await close.click();
	}
}

/** The zoom is animated; equal positions in a row mean that it has ended. */
const still = (page) =>
	page.waitForFunction(() => {
		const now = JSON.stringify(document.querySelector('[data-test-id="canvas-node"]')?.getBoundingClientRect());
		window.lastSeen = window.lastSeen?.place === now ? { place: now, times: window.lastSeen.times + 1 } : { place: now, times: 0 };
		return window.lastSeen.times >= 2;
	}, undefined, { polling: 200 });

/** px around what is on the canvas. */
const MARGIN = 28;

/** Around all nodes and notes, so that a long workflow is not a thin line in an empty picture. */
const extent = (page) =>
	page.evaluate((margin) => {
		const boxes = [...document.querySelectorAll('.vue-flow__node')].map((node) => node.getBoundingClientRect());
		const canvas = document.querySelector('[data-test-id="canvas"]').getBoundingClientRect();
		// Names stand below their nodes.
		const [left, top] = [Math.max(canvas.left, Math.min(...boxes.map((box) => box.left)) - margin), Math.max(canvas.top, Math.min(...boxes.map((box) => box.top)) - margin)];
		const [right, bottom] = [Math.min(canvas.right, Math.max(...boxes.map((box) => box.right)) + margin), Math.min(canvas.bottom, Math.max(...boxes.map((box) => box.bottom)) + margin * 2)];
		return { x: left, y: top, width: right - left, height: bottom - top };
	}, MARGIN);

/** All of the canvas, as a person sees it after "fit to view"; without n8n's own buttons, which stand before the nodes. */
async function photographCanvas(page, address, file) {
	await page.goto(address);
	await page.locator('[data-test-id="canvas-node"]').first().waitFor({ timeout: 60_000 });
	await page.waitForFunction(() => [...document.images].every(({ complete }) => complete));
	await clear(page);
	await page.locator('[data-test-id="zoom-to-fit"]').click();
	await page.mouse.move(0, 0);
	await still(page);
	await page.addStyleTag({ content: '[data-test-id="canvas-controls"], [data-test-id="execute-workflow-button"], [data-test-id="canvas"] ~ * button { visibility: hidden !important; }' });
	await page.screenshot({ path: file, clip: await extent(page) });
}

/**
 * Each workflow on n8n's canvas: `<integration>-<file>.png`.
 * @param {{ n8n: { url: string }, workflows: Array<{ id: string, integration: string, file: string }> }} world
 * @param {import('playwright-core').Browser} browser
 * @param {string} folder
 */
export async function photographEditor(world, browser, folder) {
	const context = await browser.newContext({ viewport: SIZE, deviceScaleFactor: 2, colorScheme: 'light' });
	await login(context, world.n8n.url);
	const page = await context.newPage();
	for (const { id, integration, file } of world.workflows) {
		await photographCanvas(page, `${world.n8n.url}/workflow/${id}`, join(folder, `${integration}-${file.replace(/\.json$/, '.png')}`));
	}
	await context.close();
}
