import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Failure } from '../command/failure.mjs';
import { OWNER } from '../world/n8nRest.mjs';
import { smallPng } from './smallPng.mjs';

/** Dots of the picture for each px of the page. */
const SHARPNESS = 1.5;
/** px of the page, at most: beyond it a long workflow is drawn smaller, not wider. */
const WIDEST = 2200;
/** Units of the canvas around the nodes: for their names, and for what n8n's "fit to view" leaves free. */
const ROOM = { width: 480, height: 420 };
/** px of the page that n8n's own bars take. */
const BARS = { width: 60, height: 180 };
const SMALLEST = { width: 1100, height: 700 };
/** px of the page around what is on the canvas. */
const MARGIN = 24;
/** Pages at a time: loading the editor is most of the work, and it is the browser's. */
const TOGETHER = 2;
const PATIENCE_MS = 90_000;

/** n8n's own buttons and bars, which stand before the nodes. */
const BUTTONS = '[data-test-id="canvas-controls"], [data-test-id="canvas-minimap"], [data-test-id="execute-workflow-button"], [data-test-id="canvas"] ~ *';

/** Below `docs/pictures`. @param {{ integration: string, file: string }} workflow */
export const pictureOf = ({ integration, file }) => join(integration, file.replace(/\.json$/, '.png'));

/** A window in which "fit to view" shows the workflow as large as it can be read, and no wider than it need be. */
function windowFor({ nodes }) {
	const ends = nodes.map(({ position: [x, y], parameters: { width = 100, height = 100 }, type }) => {
		const [w, h] = type.endsWith('.stickyNote') ? [width, height] : [100, 100];
		return { left: x, top: y, right: x + w, bottom: y + h };
	});
	const width = Math.max(...ends.map(({ right }) => right)) - Math.min(...ends.map(({ left }) => left)) + ROOM.width;
	const height = Math.max(...ends.map(({ bottom }) => bottom)) - Math.min(...ends.map(({ top }) => top)) + ROOM.height;
	const zoom = Math.min(1, WIDEST / width);
	// n8n leaves a sixth of the window free.
	const px = (units) => Math.ceil(units * zoom * 1.2);
	return { width: Math.max(SMALLEST.width, px(width) + BARS.width), height: Math.max(SMALLEST.height, px(height) + BARS.height) };
}

async function login(context, url) {
	const answer = await context.request.post(`${url}/rest/login`, { data: { emailOrLdapLoginId: OWNER.email, password: OWNER.password } });
	if (!answer.ok()) throw new Error(`n8n answered ${answer.status()} to the login`);
}

/** n8n fetches the icons of its own nodes one by one, some while the canvas stands already. */
const drawn = () => [...document.images].every(({ complete }) => complete) && [...document.querySelectorAll('.vue-flow__node .n8n-node-icon')].every((icon) => icon.querySelector('img, svg > *'));

/** The zoom is animated; equal positions in a row mean that it has ended. */
const still = (page) =>
	page.waitForFunction(() => {
		const now = JSON.stringify(document.querySelector('[data-test-id="canvas-node"]')?.getBoundingClientRect());
		window.lastSeen = window.lastSeen?.place === now ? { place: now, times: window.lastSeen.times + 1 } : { place: now, times: 0 };
		return window.lastSeen.times >= 2;
	}, undefined, { polling: 200 });

/** Around all that is drawn: notes, nodes with their names, lines. */
const extent = (page) =>
	page.evaluate((margin) => {
		const shown = (element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
		const whole = [...document.querySelectorAll('.vue-flow__node')];
		// A note hides what it has no room for; a node's name and lines stand outside its box, but so do buttons that only the mouse brings up.
		const parts = whole.filter((node) => !node.querySelector('[data-test-id="sticky"]')).flatMap((node) => [...node.querySelectorAll('*')].filter((part) => shown(part) && !part.closest('button') && !part.querySelector('button')));
		const lines = [...document.querySelectorAll('.vue-flow__edge-path')];
		const boxes = [...whole, ...parts, ...lines].map((element) => element.getBoundingClientRect()).filter(({ width, height }) => width + height > 0);
		const canvas = document.querySelector('[data-test-id="canvas"]').getBoundingClientRect();
		const [left, top] = [Math.min(...boxes.map((box) => box.left)) - margin, Math.min(...boxes.map((box) => box.top)) - margin];
		const [right, bottom] = [Math.max(...boxes.map((box) => box.right)) + margin, Math.max(...boxes.map((box) => box.bottom)) + margin];
		return {
			clip: { x: Math.floor(left), y: Math.floor(top), width: Math.ceil(right - left), height: Math.ceil(bottom - top) },
			inside: left >= canvas.left && top >= canvas.top && right <= canvas.right && bottom <= canvas.bottom,
		};
	}, MARGIN);

/** Names of the nodes on which n8n puts its warning. */
const warned = (page) =>
	page.evaluate(() => [...document.querySelectorAll('[data-test-id="canvas-node"]')].filter((node) => node.querySelector('[data-test-id="node-issues"], [data-test-id="node-setup-required"]')).map((node) => node.dataset.nodeName));

/** All of the canvas, as a person sees it after "fit to view"; without n8n's own buttons. */
async function photographCanvas(page, url, workflow, folder) {
	await page.setViewportSize(windowFor(workflow));
	await page.goto(`${url}/workflow/${workflow.id}`, { timeout: PATIENCE_MS });
	await page.locator('[data-test-id="canvas-node"]').first().waitFor();
	await page.waitForFunction(drawn);
	await page.locator('[data-test-id="zoom-to-fit"]').click();
	await page.mouse.move(0, 0);
	await still(page);
	const issues = await warned(page);
	if (issues.length > 0) throw new Failure(`n8n warns at ${issues.map((name) => `"${name}"`).join(', ')} in ${pictureOf(workflow)}`, 'Open the workflow in the editor, mend what the red sign says, and take the pictures again.');
	await page.addStyleTag({ content: `${BUTTONS} { visibility: hidden !important; }` });
	const { clip, inside } = await extent(page);
	if (!inside) throw new Error(`${pictureOf(workflow)}: the window is too small for what is on the canvas`);
	const file = join(folder, pictureOf(workflow));
	mkdirSync(dirname(file), { recursive: true });
	writeFileSync(file, smallPng(await page.screenshot({ clip, animations: 'disabled' })));
}

/**
 * Each workflow on n8n's canvas: `<integration>/<file>.png`.
 * @param {{ n8n: { url: string }, workflows: Array<{ id: string, integration: string, file: string, nodes: Array<{ type: string, position: [number, number], parameters: object }> }> }} world
 * @param {import('playwright-core').Browser} browser
 * @param {string} folder
 * @param {() => void} [taken] called after each picture
 */
export async function photographEditor({ n8n, workflows }, browser, folder, taken = () => undefined) {
	const context = await browser.newContext({ deviceScaleFactor: SHARPNESS, colorScheme: 'light', locale: 'en-GB' });
	context.setDefaultTimeout(PATIENCE_MS);
	await login(context, n8n.url);
	const waiting = [...workflows];
	await Promise.all(
		Array.from({ length: TOGETHER }, async () => {
			const page = await context.newPage();
			for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
				await photographCanvas(page, n8n.url, next, folder);
				taken();
			}
		}),
	);
	await context.close();
}
