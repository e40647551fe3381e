import './lib/command/checkNode.mjs';
import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { openBrowser } from './lib/pictures/browser.mjs';
import { endOnSignal } from './lib/command/children.mjs';
import { ensureDependencies } from './lib/install/ensureDependencies.mjs';
import { Failure, runMain } from './lib/command/failure.mjs';
import { buildPackage, openWorld } from './lib/world/openWorld.mjs';
import { readOptions } from './lib/command/options.mjs';
import { root } from './lib/command/paths.mjs';
import { photographEditor, pictureOf } from './lib/pictures/photographEditor.mjs';
import { PAGE_PICTURES, photographPage } from './lib/pictures/photographPage.mjs';
import { say, step } from './lib/command/say.mjs';

const USAGE = 'npm run pictures -- [--only page|editor]';
const FOLDER = join(root, 'docs', 'pictures');

const pictures = () => (existsSync(FOLDER) ? readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.png')) : []);

/** A workflow that was renamed or went away leaves its picture behind. */
function removeOrphans(workflows) {
	const owned = new Set([...PAGE_PICTURES, ...workflows.map(pictureOf)]);
	const orphans = pictures().filter((file) => !owned.has(file));
	for (const file of orphans) rmSync(join(FOLDER, file));
	if (orphans.length > 0) say(`Removed, since no page and no workflow owns them any more: ${orphans.join(', ')}`);
}

async function editor(world, browser) {
	let done = 0;
	const all = world.workflows.length;
	await step(`${all} workflows in the editor`, () => photographEditor(world, browser, FOLDER, () => done++), { howFar: () => `${done} of ${all}` });
}

function sum(since) {
	const files = pictures().map((file) => ({ file, ...statSync(join(FOLDER, file)) }));
	const written = files.filter(({ mtimeMs }) => mtimeMs >= since);
	const kilobytes = (bytes) => `${Math.round(bytes / 1000)} kB`;
	const sizes = files.map(({ size }) => size);
	say();
	for (const { file, size } of written) say(`${file}  ${kilobytes(size)}`);
	say(`\n${written.length} pictures were written to ${FOLDER}. All ${files.length} there: ${kilobytes(sizes.reduce((all, size) => all + size, 0))}, the largest ${kilobytes(Math.max(...sizes))}.`);
}

await runMain(async () => {
	endOnSignal();
	const { only } = readOptions({ only: { type: 'string' } }, USAGE);
	if (![undefined, 'page', 'editor'].includes(only)) throw new Failure(`--only takes page or editor, not "${only}"`, `Usage: ${USAGE}`);
	await ensureDependencies();
	// First: without Chromium nothing else is worth the wait.
	const browser = await openBrowser();
	try {
		await buildPackage();
		const world = await openWorld();
		try {
			const since = Date.now();
			if (only !== 'editor') await step('The page, in the light and in the dark', () => photographPage(world, browser, FOLDER));
			if (only !== 'page') await editor(world, browser);
			removeOrphans(world.workflows);
			sum(since);
		} finally {
			await world.close();
		}
	} finally {
		await browser.close();
	}
});
