import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { buildPage } from '../../buildPage.mjs';
import { onExit } from '../command/children.mjs';
import { Failure } from '../command/failure.mjs';
import { root } from '../command/paths.mjs';

/**
 * The sandbox as a process of its own, the very command of `npm run sandbox`.
 * @param {{ port?: number, args?: string[] }} [options] port 0 takes a free one
 * @returns {Promise<{ ready: import('../../../sandbox/control/types').ReadyLine, line: string, child: import('node:child_process').ChildProcess, stop: () => Promise<void> }>}
 */
export async function startSandbox({ port = 0, args = [] } = {}) {
	await buildPage();
	const child = spawn(process.execPath, ['--import', 'tsx', join('sandbox', 'main.ts'), '--port', String(port), ...args], {
		cwd: root,
		stdio: ['ignore', 'pipe', 'pipe'],
		detached: true,
	});
	const forget = onExit(() => child.kill('SIGKILL'));
	let errors = '';
	child.stderr.on('data', (chunk) => {
		errors += chunk;
	});
	const ended = new Promise((resolve) => child.once('close', resolve));
	const line = await Promise.race([
		new Promise((resolve) => createInterface({ input: child.stdout }).once('line', resolve)),
		ended.then((code) => {
			forget();
			throw new Failure(`The sandbox ended (${code}) before it was ready:\n${errors.trim()}`, 'Mend what it names above; npm run sandbox starts it alone.');
		}),
	]);
	return {
		ready: JSON.parse(line),
		line,
		child,
		async stop() {
			child.kill('SIGTERM');
			await ended;
			forget();
		},
	};
}
