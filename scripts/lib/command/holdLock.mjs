import { mkdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { onExit } from './children.mjs';

const LOOK_MS = 500;
/** A holder shows that it lives; a process number alone says little, since it is given anew (in a container often the very same). */
const BEAT_MS = 2000;
const SILENT_MS = 60_000;
/** Looks in a row that must find it left behind: a lock has no number for a moment, and after a computer's sleep no fresh beat. */
const LOOKS = 10;

const alive = (pid) => {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return error.code === 'EPERM';
	}
};

const pidFile = (path) => join(path, 'pid');

/** @returns {{ pid?: number, state: 'held' | 'doubtful' | 'left' }} */
function look(path) {
	try {
		const pid = Number(readFileSync(pidFile(path), 'utf8'));
		if (pid === process.pid || !alive(pid)) return { pid, state: 'left' };
		return { pid, state: Date.now() - statSync(pidFile(path)).mtimeMs > SILENT_MS ? 'doubtful' : 'held' };
	} catch {
		return { state: 'doubtful' };
	}
}

function take(path) {
	try {
		mkdirSync(path);
	} catch (error) {
		if (error.code === 'EEXIST') return undefined;
		throw error;
	}
	writeFileSync(pidFile(path), String(process.pid));
	const beat = setInterval(() => {
		try {
			utimesSync(pidFile(path), new Date(), new Date());
		} catch {
			// Taken away from us; the work goes on, and ends without it.
		}
	}, BEAT_MS).unref();
	const end = () => {
		clearInterval(beat);
		if (look(path).pid === process.pid) rmSync(path, { recursive: true, force: true });
	};
	const forget = onExit(end);
	return () => {
		forget();
		end();
	};
}

/** By a rename, so that of several who found it left behind only one takes it away. */
function clear(path) {
	const away = `${path}.left-${process.pid}`;
	try {
		renameSync(path, away);
	} catch {
		return;
	}
	rmSync(away, { recursive: true, force: true });
}

/**
 * The lock where nobody holds it, at once.
 * @param {string} path
 * @returns {{ release: () => void } | { heldBy: number | undefined }} `heldBy`: that process has it
 */
export function tryLock(path) {
	for (let tries = 0; tries < 3; tries++) {
		const release = take(path);
		if (release) return { release };
		const { pid, state } = look(path);
		if (state === 'held') return { heldBy: pid };
		clear(path);
	}
	return { heldBy: look(path).pid };
}

/**
 * One holder at a time, across processes. A folder, since making one is atomic everywhere; one left by a dead process is taken over.
 * @param {string} path
 * @param {(pid: number | undefined) => void} onWait called once when somebody else holds it
 * @returns {Promise<() => void>} the release
 */
export async function holdLock(path, onWait) {
	let told = false;
	for (let doubts = 0; ; ) {
		const release = take(path);
		if (release) return release;
		const { pid, state } = look(path);
		doubts = state === 'doubtful' ? doubts + 1 : 0;
		if (state === 'left' || doubts > LOOKS) {
			clear(path);
			continue;
		}
		if (!told && state === 'held') {
			onWait(pid);
			told = true;
		}
		// Not node:timers/promises: see disk.mjs.
		await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
	}
}
