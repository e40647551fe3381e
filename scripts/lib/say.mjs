let stream = process.stdout;

/** Sends all progress elsewhere: `npm run sandbox` keeps stdout for its one line. */
export const sayOn = (other) => {
	stream = other;
};

export const say = (line = '') => stream.write(`${line}\n`);

/** @param {number} ms */
export const duration = (ms) => {
	const seconds = ms / 1000;
	if (seconds < 60) return `${seconds.toFixed(seconds < 10 ? 1 : 0)} s`;
	const whole = Math.round(seconds);
	return `${Math.floor(whole / 60)} min ${String(whole % 60).padStart(2, '0')} s`;
};

/**
 * One thing that takes time: says that it began, how far it is, and how long it took.
 * @template T
 * @param {string} title
 * @param {() => Promise<T>} work
 * @param {{ howFar?: () => string | Promise<string> }} [options] `howFar`: a few words, asked every second on a terminal, every 20 s in a log
 * @returns {Promise<T>}
 */
export async function step(title, work, { howFar } = {}) {
	const started = Date.now();
	const terminal = Boolean(stream.isTTY);
	const state = async () => {
		const far = howFar ? await howFar() : '';
		return `… ${title}${far ? `: ${far}` : ''} (${duration(Date.now() - started)})`;
	};
	say(terminal ? '' : `… ${title}`);
	const redraw = async () => {
		// A line that wraps could not be drawn over.
		const line = (await state()).slice(0, terminal ? (stream.columns ?? 80) - 1 : undefined);
		if (terminal) stream.write(`\u001b[1A\u001b[2K${line}\n`);
		else say(line);
	};
	const ticker = setInterval(() => void redraw(), terminal ? 1000 : 20_000);
	const end = (mark) => {
		clearInterval(ticker);
		stream.write(`${terminal ? '\u001b[1A\u001b[2K' : ''}${mark} ${title} (${duration(Date.now() - started)})\n`);
	};
	try {
		const result = await work();
		end('✓');
		return result;
	} catch (error) {
		end('✗');
		throw error;
	}
}
