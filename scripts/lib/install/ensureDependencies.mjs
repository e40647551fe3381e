import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { needDisk, usedSince } from './disk.mjs';
import { npmFailure } from '../command/failure.mjs';
import { holdLock } from '../command/holdLock.mjs';
import { buildFolder, root } from '../command/paths.mjs';
import { needRegistry } from './registry.mjs';
import { runCommand } from '../command/runCommand.mjs';
import { say, step } from '../command/say.mjs';

const modules = join(root, 'node_modules');
const stamp = join(modules, '.installed-for');

/** There while npm works. One that was broken off leaves packages with files missing, and takes them for whole the next time. */
const begun = join(buildFolder, 'install.begun');

const NEEDED_BYTES = 1.2e9;
const INSTALLED_GB = 1;

const wanted = () => {
	const hash = createHash('sha256');
	for (const file of ['package.json', 'package-lock.json']) {
		const path = join(root, file);
		if (existsSync(path)) hash.update(readFileSync(path));
	}
	return hash.digest('hex');
};

/** npm writes this file at the end of each install that changed something, also of one by hand. */
const own = join(modules, '.package-lock.json');

const isNewer = (one, other) => existsSync(one) && statSync(one).mtimeMs > statSync(other).mtimeMs;

const brokenOff = () => existsSync(begun) && !isNewer(own, begun);

function upToDate() {
	if (brokenOff()) return false;
	if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted()) return true;
	return isNewer(own, join(root, 'package.json'));
}

async function install() {
	const before = await needDisk(root, NEEDED_BYTES, { what: 'what this is made of', wayOut: 'Free some space, or move the clone to another disk.' });
	await needRegistry('Installing the development packages', root);
	say(`The development packages are installed into the clone: about ${INSTALLED_GB} GB, 1 to 2 minutes the first time.`);
	if (brokenOff()) rmSync(modules, { recursive: true, force: true });
	writeFileSync(begun, '');
	await step(
		'Installing the development packages',
		async () => {
			const { code, output } = await runCommand('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: root });
			if (code !== 0) throw npmFailure('Installing the development packages', output);
			writeFileSync(stamp, wanted());
			rmSync(begun);
		},
		{ howFar: () => usedSince(root, before, INSTALLED_GB) },
	);
}

/**
 * The clone's own node_modules, installed where they are missing or older than package.json.
 * `npm install` and not `npm ci`: a lock written on one platform may lack another's optional packages, and ci then refuses.
 * Install scripts stay off: none of the packages needs one here, and isolated-vm's would want a compiler.
 */
export async function ensureDependencies() {
	if (upToDate()) return;
	mkdirSync(buildFolder, { recursive: true });
	const release = await holdLock(join(buildFolder, 'install.lock'), (pid) => say(`… another command (process ${pid}) is installing the development packages; waiting for it`));
	try {
		if (!upToDate()) await install();
	} finally {
		release();
	}
}
