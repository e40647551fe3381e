import './lib/checkNode.mjs';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { endOnSignal } from './lib/children.mjs';
import { ensureDependencies } from './lib/ensureDependencies.mjs';
import { openBrowser } from './lib/browser.mjs';
import { runMain } from './lib/failure.mjs';
import { OWNER } from './lib/n8nRest.mjs';
import { buildPackage, openWorld } from './lib/openWorld.mjs';
import { root } from './lib/paths.mjs';
import { chooseScenes, runScenes } from './lib/runScenes.mjs';
import { say } from './lib/say.mjs';

const FOLDER = join(root, 'docs', 'pictures');
const SIZE = { width: 1600, height: 800 };

async function login(context, url) {
	const answer = await context.request.post(`${url}/rest/login`, { data: { emailOrLdapLoginId: OWNER.email, password: OWNER.password } });
	if (!answer.ok()) throw new Error(`n8n answered ${answer.status()} to the login`);
}

/** n8n opens its advice for production over the canvas of each published workflow. */
async function dismissChecklist(page) {
	const close = page.locator('[data-test-id="suggested-actions-close"]');
	if (await close.isVisible()) await close.click();
}

/** The whole canvas, as a person sees it after "fit to view". */
async function photographCanvas(page, address, file) {
	await page.goto(address);
	await page.locator('[data-test-id="canvas-node"]').first().waitFor({ timeout: 60_000 });
	await page.waitForLoadState('networkidle');
	await dismissChecklist(page);
	await page.keyboard.press('1');
	// The zoom is animated; two equal positions in a row mean that it has ended.
	await page.waitForFunction(() => {
		const now = JSON.stringify(document.querySelector('[data-test-id="canvas-node"]')?.getBoundingClientRect());
		const still = window.lastSeenPlace === now;
		window.lastSeenPlace = now;
		return still;
	}, undefined, { polling: 300 });
	await page.screenshot({ path: file });
	say(`✓ ${file}`);
}

await runMain(async () => {
	endOnSignal();
	await ensureDependencies();
	await buildPackage();
	const world = await openWorld();
	const { failed } = await runScenes(world, await chooseScenes({ only: ['first-text', 'agent-reply'] }));
	if (failed > 0) throw new Error('the loop does not run, so there is nothing to photograph');

	mkdirSync(FOLDER, { recursive: true });
	const browser = await openBrowser();
	const context = await browser.newContext({ viewport: SIZE, deviceScaleFactor: 1.5, colorScheme: 'light' });
	await login(context, world.n8n.url);
	const page = await context.newPage();
	for (const { id, integration, file } of world.workflows) {
		await photographCanvas(page, `${world.n8n.url}/workflow/${id}`, join(FOLDER, `${integration}-${file.replace(/\.json$/, '.png')}`));
	}
	await browser.close();
	await world.close();
});
