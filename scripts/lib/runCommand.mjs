import { spawn } from 'node:child_process';
import { onExit } from './children.mjs';

/**
 * Runs a command to its end and keeps what it prints.
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv }} [options]
 * @returns {Promise<{ code: number, stdout: string, output: string }>} `output` is stdout and stderr together
 */
export function runCommand(command, args, { cwd, env } = {}) {
	return new Promise((resolve, reject) => {
		const child = spawn(command, args, { cwd, env: env ?? process.env, stdio: ['ignore', 'pipe', 'pipe'] });
		const forget = onExit(() => child.kill());
		let stdout = '';
		let output = '';
		child.stdout.on('data', (chunk) => {
			stdout += chunk;
			output += chunk;
		});
		child.stderr.on('data', (chunk) => {
			output += chunk;
		});
		child.on('error', reject);
		child.on('close', (code, signal) => {
			forget();
			resolve({ code: code ?? (signal ? 1 : 0), stdout, output });
		});
	});
}
