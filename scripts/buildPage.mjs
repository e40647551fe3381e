import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './lib/command/paths.mjs';

const source = join(root, 'sandbox', 'page', 'client');
const dist = join(root, 'sandbox', 'page', 'dist');
const stamp = join(dist, '.built-from');

/** The sources, the types that they share with the server, and what builds them. */
function wanted() {
	const hash = createHash('sha256');
	const files = readdirSync(source, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath ?? entry.path, entry.name));
	for (const file of [...files.sort(), join(root, 'package.json'), import.meta.filename ?? new URL(import.meta.url).pathname]) hash.update(file).update(readFileSync(file));
	return hash.digest('hex');
}

/**
 * Builds the sandbox's page into sandbox/page/dist where its sources changed; a tenth of a second.
 * @returns {Promise<boolean>} whether it was built
 */
export async function buildPage() {
	const hash = wanted();
	if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return false;
	const esbuild = await import('esbuild');
	mkdirSync(dist, { recursive: true });
	await esbuild.build({
		entryPoints: { app: join(source, 'main.tsx') },
		outdir: dist,
		bundle: true,
		minify: true,
		format: 'esm',
		target: ['es2022'],
		jsx: 'automatic',
		jsxImportSource: 'preact',
		legalComments: 'none',
		logLevel: 'warning',
	});
	for (const file of ['index.html', 'icon.svg']) copyFileSync(join(source, file), join(dist, file));
	writeFileSync(stamp, hash);
	return true;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) process.stdout.write((await buildPage()) ? 'The page is built.\n' : 'The page is up to date.\n');
