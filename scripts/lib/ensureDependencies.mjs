import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { needDisk } from './disk.mjs';
import { npmFailure } from './failure.mjs';
import { root } from './paths.mjs';
import { needRegistry } from './registry.mjs';
import { runCommand } from './runCommand.mjs';
import { step } from './say.mjs';

const modules = join(root, 'node_modules');
const stamp = join(modules, '.installed-for');

const NEEDED_BYTES = 1.2e9;

const wanted = () => {
	const hash = createHash('sha256');
	for (const file of ['package.json', 'package-lock.json']) {
		const path = join(root, file);
		if (existsSync(path)) hash.update(readFileSync(path));
	}
	return hash.digest('hex');
};

function upToDate() {
	if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted()) return true;
	// Somebody ran `npm install` by hand: npm writes this file at the end of each install that changed something.
	const own = join(modules, '.package-lock.json');
	return existsSync(own) && statSync(own).mtimeMs > statSync(join(root, 'package.json')).mtimeMs;
}

/**
 * The clone's own node_modules, installed where they are missing or older than package.json.
 * `npm install` and not `npm ci`: a lock written on one platform may lack another's optional packages, and ci then refuses.
 * Install scripts stay off: none of the packages needs one here, and isolated-vm's would want a compiler.
 */
export async function ensureDependencies() {
	if (upToDate()) return;
	await needDisk(root, NEEDED_BYTES, { what: 'what this is made of', wayOut: 'Free some space, or move the clone to another disk.' });
	await needRegistry('Installing the development packages', root);
	await step('Installing the development packages (about 1 GB, 1 to 2 minutes the first time)', async () => {
		const { code, output } = await runCommand('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: root });
		if (code !== 0) throw npmFailure('Installing the development packages', output);
		writeFileSync(stamp, wanted());
	});
}
