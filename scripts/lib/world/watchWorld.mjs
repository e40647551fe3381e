import { readFileSync } from 'node:fs';
import { freeBytes } from '../install/disk.mjs';
import { Failure } from '../command/failure.mjs';
import { say } from '../command/say.mjs';

const LOOK_MS = 2000;
const NEARLY_FULL_BYTES = 50e6;

const alive = (pid) => {
	try {
		process.kill(pid, 0);
		return true;
	} catch {
		return false;
	}
};

/**
 * What a person at the page would else wonder about: n8n or the sandbox that ended, and a disk on which n8n can store nothing more.
 * @param {{ n8n: { pid?: number, userFolder: string, logFile: string }, sandbox: { child: import('node:child_process').ChildProcess } }} world which runs
 * @returns {Promise<never>} rejects with a {@link Failure} when one of them has ended
 */
export function watchWorld({ n8n, sandbox }) {
	const { pid } = n8n;
	let warned = false;
	return new Promise((_, reject) => {
		sandbox.child.once('close', (code) => reject(new Failure(`The sandbox has ended by itself (${code})`, 'Start again: npm start')));
		const look = async () => {
			if (!alive(pid)) {
				clearInterval(timer);
				const words = readFileSync(n8n.logFile, 'utf8').trim().split('\n').slice(-8).join('\n');
				reject(new Failure(`n8n has ended by itself. Its last words:\n${words}`, `Start again: npm start. The whole log until then: ${n8n.logFile}`));
				return;
			}
			const nearlyFull = (await freeBytes(n8n.userFolder)) < NEARLY_FULL_BYTES;
			if (nearlyFull && !warned) say(`\n! The disk under ${n8n.userFolder} is full, or nearly so: n8n cannot store executions, and workflows fail.\n  → Free some space; nothing has to be started again.`);
			warned = nearlyFull;
		};
		const timer = setInterval(() => void look().catch(() => undefined), LOOK_MS);
	});
}
