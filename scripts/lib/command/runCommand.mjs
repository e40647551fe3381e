import { spawn } from 'node:child_process';
import { onExit } from './children.mjs';

/** Whatever it started is in its group: npm has children of its own, and they theirs. SIGKILL, since npm goes on for minutes after a SIGTERM. */
function endGroup(child) {
	try {
		process.kill(-child.pid, 'SIGKILL');
	} catch {
		child.kill('SIGKILL');
	}
}

/**
 * Runs a command to its end and keeps what it prints. Where this process ends before it, it is killed: what it leaves half done must be known as such.
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv }} [options]
 * @returns {Promise<{ code: number, stdout: string, output: string }>} `output` is stdout and stderr together
 */
export function runCommand(command, args, { cwd, env } = {}) {
	return new Promise((resolve, reject) => {
		const child = spawn(command, args, { cwd, env: env ?? process.env, stdio: ['ignore', 'pipe', 'pipe'], detached: process.platform !== 'win32' });
		const forget = onExit(() => endGroup(child));
		let stdout = '';
		let output = '';
		child.stdout.on('data', (chunk) => {
			stdout += chunk;
			output += chunk;
		});
		child.stderr.on('data', (chunk) => {
			output += chunk;
		});
		child.on('error', (error) => {
			forget();
			reject(error);
		});
		child.on('close', (code, signal) => {
			forget();
			resolve({ code: code ?? (signal ? 1 : 0), stdout, output });
		});
	});
}
