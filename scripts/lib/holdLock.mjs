import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const alive = (pid) => {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return error.code === 'EPERM';
	}
};

const holder = (path) => {
	try {
		return Number(readFileSync(join(path, 'pid'), 'utf8'));
	} catch {
		return undefined;
	}
};

/**
 * One holder at a time, across processes. A folder, since making one is atomic everywhere; one left by a dead process is taken over.
 * @param {string} path
 * @param {(pid: number | undefined) => void} onWait called once when somebody else holds it
 * @returns {Promise<() => void>} the release
 */
export async function holdLock(path, onWait) {
	let told = false;
	for (let unowned = 0; ; ) {
		try {
			mkdirSync(path);
			writeFileSync(join(path, 'pid'), String(process.pid));
			return () => rmSync(path, { recursive: true, force: true });
		} catch (error) {
			if (error.code !== 'EEXIST') throw error;
		}
		const pid = holder(path);
		// Between the two lines above a lock has no pid for a moment; one that has none for 5 s was left by a crash.
		unowned = pid === undefined ? unowned + 1 : 0;
		if (unowned > 10 || (pid !== undefined && !alive(pid))) {
			rmSync(path, { recursive: true, force: true });
			continue;
		}
		if (!told) onWait(pid);
		told = true;
		await sleep(500);
	}
}
