const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

const last = new Set();

process.on('exit', () => {
	// The newest first: what removes files was there before what writes them.
	for (const end of [...last].reverse()) end();
});

// The terminal may be gone before us; what we still say then has nowhere to go, and we have children to end.
for (const stream of [process.stdout, process.stderr]) {
	stream.on('error', (error) => {
		if (!['EPIPE', 'EIO'].includes(error.code)) throw error;
	});
}

/** Where a command has no answer of its own to Ctrl-C: without this no `exit` would come. */
const endUnlessHandled = (signal) => {
	if (process.listenerCount(signal) === 1) process.exit(130);
};

/**
 * Runs `end` when this process ends for whatever reason short of kill -9, so that no child of ours outlives it.
 * @param {() => void} end synchronous
 * @returns {() => void} takes it back, once the child has ended by itself
 */
export function onExit(end) {
	for (const signal of SIGNALS) if (!process.listeners(signal).includes(endUnlessHandled)) process.on(signal, endUnlessHandled);
	last.add(end);
	return () => last.delete(end);
}

/** Until the returned function is called, Ctrl-C and its like end this process, and our children with it. */
export function endOnSignal() {
	const end = () => {
		process.stderr.write('\nStopped.\n');
		process.exit(130);
	};
	for (const signal of SIGNALS) process.on(signal, end);
	return () => {
		for (const signal of SIGNALS) process.off(signal, end);
	};
}

/** One Ctrl-C comes twice: from the terminal, and once more from npm, which hands on what it got itself. */
const SAME_PRESS_MS = 1000;

/**
 * Resolves at the first Ctrl-C, SIGTERM or closed terminal. A second Ctrl-C ends at once.
 * @returns {Promise<string>} the signal's name
 */
export function stopSignal() {
	return new Promise((resolve) => {
		let first;
		for (const signal of SIGNALS) {
			process.on(signal, () => {
				if (first === undefined) first = Date.now();
				if (signal === 'SIGINT' && Date.now() - first > SAME_PRESS_MS) process.exit(130);
				resolve(signal);
			});
		}
	});
}
