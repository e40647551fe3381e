import './lib/command/checkNode.mjs';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { endOnSignal } from './lib/command/children.mjs';
import { ensureDependencies } from './lib/install/ensureDependencies.mjs';
import { ensureHost } from './lib/install/ensureHost.mjs';
import { runMain } from './lib/command/failure.mjs';
import { buildPackage, openWorld } from './lib/world/openWorld.mjs';
import { readOptions } from './lib/command/options.mjs';
import { buildFolder, root } from './lib/command/paths.mjs';
import { runCommand } from './lib/command/runCommand.mjs';
import { chooseScenes, runScenes } from './lib/scenes/runScenes.mjs';
import { say, step } from './lib/command/say.mjs';

const totals = { passed: 0, failed: 0 };

const count = ({ passed, failed }) => {
	totals.passed += passed;
	totals.failed += failed;
};

/** Counts only when it fails: the closing line's passes are tests and scenes. The later steps still run. */
async function check(title, command, args) {
	let output = '';
	try {
		await step(title, async () => {
			const result = await runCommand(command, args, { cwd: root });
			output = result.output;
			if (result.code !== 0) throw new Error(`exit ${result.code}`);
		});
	} catch (error) {
		say(output.trim() || String(error));
		count({ passed: 0, failed: 1 });
	}
}

async function unitTests() {
	mkdirSync(buildFolder, { recursive: true });
	const report = join(buildFolder, 'jest.json');
	rmSync(report, { force: true });
	const { code, output } = await step('Unit tests', () => runCommand('npx', ['jest', '--json', `--outputFile=${report}`], { cwd: root }));
	if (!existsSync(report)) {
		say(output.trim());
		return count({ passed: 0, failed: 1 });
	}
	const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites, success } = JSON.parse(readFileSync(report, 'utf8'));
	// A file that does not even load has no tests to count, yet it is a failure.
	const failed = numFailedTests + numRuntimeErrorTestSuites;
	if (code !== 0 || !success) {
		say(output.split('\n').filter((line) => !line.startsWith('{"num')).join('\n').trim());
		count({ passed: numPassedTests, failed: Math.max(1, failed) });
	} else count({ passed: numPassedTests, failed });
}

async function realN8n(only) {
	const scenes = await chooseScenes({ only, endToEnd: true });
	await ensureHost();
	const world = await openWorld();
	const result = await runScenes(world, scenes);
	count(result);
	await step('Stopping n8n', () => world.close({ keep: result.failed > 0 }));
	if (result.failed > 0) say(`n8n's log is kept: ${world.n8n.logFile}`);
}

/** The closing line is printed whatever happens, alone at the very end. Gives whether the section went through. */
async function section(work) {
	try {
		await work();
		return true;
	} catch (error) {
		say(`✗ ${error.message}${error.wayOut ? `\n  → ${error.wayOut}` : `\n${error.stack}`}`);
		count({ passed: 0, failed: 1 });
		return false;
	}
}

/** As Jest itself closes: tools that watch a run know this line. */
const closingLine = ({ passed, failed }) => `Tests:       ${failed > 0 ? `${failed} failed, ` : ''}${passed} passed, ${passed + failed} total`;

await runMain(async () => {
	endOnSignal();
	const { quick, only } = readOptions(
		{ quick: { type: 'boolean' }, only: { type: 'string', multiple: true } },
		'npm test -- [--quick (leave out the real n8n)] [--only SCENE (just that one, in the real n8n)]',
	);
	await section(ensureDependencies);
	if (!only) {
		await check('Lint', 'npx', ['n8n-node', 'lint']);
		await check('Types', 'npx', ['tsc', '-p', 'tsconfig.check.json', '--noEmit']);
		await check('Types of the sandbox\'s page', 'npx', ['tsc', '-p', 'sandbox/page/tsconfig.json']);
	}
	const built = await section(buildPackage);
	if (!only) await section(unitTests);
	if (quick) say('· the scenes in the real n8n are left out (--quick)');
	else if (built) await section(() => realN8n(only));
	else say('· the scenes in the real n8n are left out: there is no package to install');
	say(`\n${closingLine(totals)}`);
	return totals.failed === 0 ? 0 : 1;
});
