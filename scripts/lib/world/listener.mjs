import { readFileSync, readdirSync, readlinkSync } from 'node:fs';

const LISTENS = '0A';
const ANSWER_MS = 1500;

/** Linux tells in its files who listens; elsewhere nobody is named. */
function pidOf(port) {
	const inodes = new Set();
	for (const table of ['/proc/net/tcp', '/proc/net/tcp6']) {
		for (const line of readFileSync(table, 'utf8').split('\n').slice(1)) {
			const [, local, , state, , , , , , inode] = line.trim().split(/\s+/);
			if (state === LISTENS && Number.parseInt(local.split(':')[1], 16) === port) inodes.add(`socket:[${inode}]`);
		}
	}
	for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
		try {
			for (const file of readdirSync(`/proc/${pid}/fd`)) if (inodes.has(readlinkSync(`/proc/${pid}/fd/${file}`))) return Number(pid);
		} catch {
			// Somebody else's, or ended meanwhile.
		}
	}
	return undefined;
}

async function answers(port, path, isIt) {
	try {
		const answer = await fetch(`http://127.0.0.1:${port}${path}`, { signal: AbortSignal.timeout(ANSWER_MS) });
		return answer.ok && isIt(await answer.json());
	} catch {
		return false;
	}
}

/**
 * Who listens on a port of 127.0.0.1, as far as that can be found out.
 * @param {number} port
 * @returns {Promise<{ kind?: 'n8n' | 'sandbox', pid?: number }>} `kind`: of ours, perhaps left by an earlier run
 */
export async function whoListens(port) {
	let pid;
	try {
		pid = pidOf(port);
	} catch {
		// Not Linux.
	}
	if (await answers(port, '/_sandbox/page/n8n', ({ plays }) => Array.isArray(plays))) return { kind: 'sandbox', pid };
	if (await answers(port, '/healthz', ({ status }) => status === 'ok')) return { kind: 'n8n', pid };
	return { pid };
}
