import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { onExit } from '../command/children.mjs';
import { needDisk, usedSince } from './disk.mjs';
import { npmFailure } from '../command/failure.mjs';
import { holdLock } from '../command/holdLock.mjs';
import { cacheFolder, root } from '../command/paths.mjs';
import { needRegistry } from './registry.mjs';
import { runCommand } from '../command/runCommand.mjs';
import { say, step } from '../command/say.mjs';

const NEEDED_BYTES = 4e9;
const INSTALLED_GB = 3;

const files = ['package.json', 'package-lock.json'].filter((file) => existsSync(join(root, 'host', file)));

/** Another pin, another platform: another folder. */
function hostFolder() {
	const hash = createHash('sha256').update(`${process.platform} ${process.arch}`);
	for (const file of files) hash.update(readFileSync(join(root, 'host', file)));
	return join(cacheFolder, `host-${hash.digest('hex').slice(0, 12)}`);
}

/** Where things are in an installed host. */
const placesIn = (folder) => ({
	node: join(folder, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node'),
	n8n: join(folder, 'node_modules', 'n8n', 'bin', 'n8n'),
});

const manifestIn = (folder) => join(folder, 'node_modules', 'n8n', 'package.json');

/** It is put there in one piece; but a cache is where people clean up. */
const isWhole = (folder) => [manifestIn(folder), ...Object.values(placesIn(folder))].every((path) => existsSync(path));

const describeHost = (folder) => ({ folder, ...placesIn(folder), version: JSON.parse(readFileSync(manifestIn(folder), 'utf8')).version });

async function npm(folder, doing, args, env = {}) {
	const { code, output } = await runCommand('npm', [...args, '--no-audit', '--no-fund', '--loglevel=error'], { cwd: folder, env: { ...process.env, ...env } });
	if (code !== 0) throw npmFailure(doing, output);
}

/** The installed Node brings its headers along: with them sqlite3 can be compiled where neither its ready-made binary nor nodejs.org can be reached. */
function nodeHeaders(folder) {
	const roots = ['node_modules', join('node_modules', 'node', 'node_modules')].map((path) => join(folder, path)).filter((path) => existsSync(path));
	const candidates = roots.flatMap((path) => readdirSync(path).filter((name) => /^node-(bin-)?(linux|darwin|win)-/.test(name)).map((name) => join(path, name)));
	const found = candidates.find((path) => existsSync(join(path, 'include', 'node', 'node_api.h')));
	return found ? { npm_config_nodedir: found } : {};
}

/** What an install that was killed left behind; called under the lock, so nobody is using it. */
function sweep() {
	for (const entry of readdirSync(cacheFolder)) if (entry.includes('.half-')) rmSync(join(cacheFolder, entry), { recursive: true, force: true });
}

async function install(folder) {
	sweep();
	rmSync(folder, { recursive: true, force: true });
	const half = `${folder}.half-${process.pid}`;
	mkdirSync(half, { recursive: true });
	const remove = () => rmSync(half, { recursive: true, force: true, maxRetries: 5 });
	const forget = onExit(() => {
		process.stderr.write('Removing what is half installed …\n');
		remove();
	});
	try {
		const before = await needDisk(cacheFolder, NEEDED_BYTES, { what: 'n8n', wayOut: 'Free some space, or choose another disk with XDG_CACHE_HOME=FOLDER.' });
		for (const file of files) copyFileSync(join(root, 'host', file), join(half, file));
		await needRegistry('Installing n8n', half);
		say(`A real n8n and the Node it needs are installed once for all clones: ${INSTALLED_GB} GB, 4 to 6 minutes, into ${cacheFolder}`);
		await step(
			'Installing n8n',
			// The packages' own scripts stay off; just the two that n8n cannot run without are allowed.
			async () => {
				await npm(half, 'Installing n8n', ['install', '--ignore-scripts']);
				await npm(half, 'Installing Node for n8n', ['rebuild', 'node']);
				await npm(half, 'Building sqlite3 for n8n', ['rebuild', 'sqlite3'], nodeHeaders(half));
			},
			{ howFar: () => usedSince(half, before, INSTALLED_GB) },
		);
		renameSync(half, folder);
	} finally {
		forget();
		remove();
	}
}

/**
 * The real n8n that everything here runs against: pinned in host/, kept outside the clone, installed at the first use.
 * @returns {Promise<{ folder: string, node: string, n8n: string, version: string }>} `node`: the binary to run `n8n` with
 */
export async function ensureHost() {
	const folder = hostFolder();
	if (isWhole(folder)) return describeHost(folder);
	mkdirSync(cacheFolder, { recursive: true });
	const release = await holdLock(join(cacheFolder, 'install.lock'), (pid) => say(`… another command (process ${pid}) is installing n8n; waiting for it`));
	try {
		if (!isWhole(folder)) await install(folder);
		return describeHost(folder);
	} finally {
		release();
	}
}
