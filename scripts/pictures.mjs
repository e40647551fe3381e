import './lib/checkNode.mjs';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openBrowser } from './lib/browser.mjs';
import { endOnSignal } from './lib/children.mjs';
import { ensureDependencies } from './lib/ensureDependencies.mjs';
import { runMain } from './lib/failure.mjs';
import { buildPackage, openWorld } from './lib/openWorld.mjs';
import { readOptions } from './lib/options.mjs';
import { root } from './lib/paths.mjs';
import { photographEditor } from './lib/photographEditor.mjs';
import { photographPage } from './lib/photographPage.mjs';
import { say, step } from './lib/say.mjs';

const FOLDER = join(root, 'docs', 'pictures');

await runMain(async () => {
	endOnSignal();
	const { only } = readOptions({ only: { type: 'string' } }, 'npm run pictures -- [--only page|editor]');
	await ensureDependencies();
	await buildPackage();
	const world = await openWorld();
	mkdirSync(FOLDER, { recursive: true });
	const browser = await openBrowser();
	try {
		if (only !== 'editor') await step('The page, in the light and in the dark', () => photographPage(world, browser, FOLDER));
		if (only !== 'page') await step(`${world.workflows.length} workflows in the editor`, () => photographEditor(world, browser, FOLDER));
	} finally {
		await browser.close();
		await world.close();
	}
	say(`The pictures are in ${FOLDER}`);
});
