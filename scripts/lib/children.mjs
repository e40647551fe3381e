const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

const last = new Set();

process.on('exit', () => {
	for (const end of last) end();
});

/**
 * Runs `end` when this process ends for whatever reason short of kill -9, so that no child of ours outlives it.
 * @param {() => void} end synchronous
 * @returns {() => void} takes it back, once the child has ended by itself
 */
export function onExit(end) {
	last.add(end);
	return () => last.delete(end);
}

/** Until the returned function is called, Ctrl-C and its like end this process, and our children with it. */
export function endOnSignal() {
	const end = () => process.exit(130);
	for (const signal of SIGNALS) process.on(signal, end);
	return () => {
		for (const signal of SIGNALS) process.off(signal, end);
	};
}

/**
 * Resolves at the first Ctrl-C, SIGTERM or closed terminal. A second Ctrl-C ends at once.
 * @returns {Promise<string>} the signal's name
 */
export function stopSignal() {
	return new Promise((resolve) => {
		for (const signal of SIGNALS) {
			process.once(signal, () => {
				process.on('SIGINT', () => process.exit(130));
				resolve(signal);
			});
		}
	});
}
