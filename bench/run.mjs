// npm run bench -- <name>: runs bench/<name>.mjs after its own packages are there.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const names = readdirSync(here).filter((file) => file.endsWith('.mjs') && file !== 'run.mjs').map((file) => file.slice(0, -4));
const name = process.argv[2];
if (!names.includes(name)) {
	console.error(`Name a benchmark: npm run bench -- ${names.join(' | ')}`);
	process.exit(1);
}
if (!existsSync(join(here, 'node_modules'))) {
	execFileSync('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error'], { cwd: here, stdio: ['ignore', 'inherit', 'inherit'] });
}
await import(`./${name}.mjs`);
