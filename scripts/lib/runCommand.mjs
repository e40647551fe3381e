import { spawn } from 'node:child_process';

/**
 * Runs a command to its end and keeps what it prints.
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, show?: boolean }} [options] `show`: also print it as it comes
 * @returns {Promise<{ code: number, stdout: string, output: string }>} `output` is stdout and stderr together
 */
export function runCommand(command, args, { cwd, env, show = false } = {}) {
	return new Promise((resolve, reject) => {
		const child = spawn(command, args, { cwd, env: env ?? process.env, stdio: ['ignore', 'pipe', 'pipe'] });
		let stdout = '';
		let output = '';
		child.stdout.on('data', (chunk) => {
			stdout += chunk;
			output += chunk;
			if (show) process.stdout.write(chunk);
		});
		child.stderr.on('data', (chunk) => {
			output += chunk;
			if (show) process.stderr.write(chunk);
		});
		child.on('error', reject);
		child.on('close', (code, signal) => resolve({ code: code ?? (signal ? 1 : 0), stdout, output }));
	});
}
