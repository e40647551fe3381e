let stream = process.stdout;

/** Sends all progress elsewhere: `npm run sandbox` keeps stdout for its one line. */
export const sayOn = (other) => {
	stream = other;
};

export const say = (line = '') => stream.write(`${line}\n`);

/** @param {number} ms */
export const duration = (ms) => {
	const seconds = ms / 1000;
	if (seconds < 9.95) return `${seconds.toFixed(1)} s`;
	const whole = Math.round(seconds);
	if (whole < 60) return `${whole} s`;
	return `${Math.floor(whole / 60)} min ${String(whole % 60).padStart(2, '0')} s`;
};

/**
 * `… Installing n8n: 1.2 of about 3 GB (2 min 03 s)`. Where a terminal is narrow the title gives way, not the figures; a line that wraps could not be drawn over.
 * @param {string} title
 * @param {string} far
 * @param {number} ms
 * @param {number} [columns]
 */
export function progressLine(title, far, ms, columns = Number.POSITIVE_INFINITY) {
	const end = `${far ? `: ${far}` : ''} (${duration(ms)})`;
	const room = columns - 1 - 2 - end.length;
	const name = title.length <= room ? title : `${title.slice(0, Math.max(0, room - 1))}…`;
	return `… ${name}${end}`.slice(0, Math.max(1, columns - 1));
}

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
	let over = false;
	const draw = async () => {
		const far = howFar ? await howFar() : '';
		if (over) return;
		const line = progressLine(title, far, Date.now() - started, terminal ? (stream.columns ?? 80) : undefined);
		stream.write(`${terminal ? '\u001b[1A\u001b[2K' : ''}${line}\n`);
	};
	say(terminal ? progressLine(title, '', 0, stream.columns ?? 80) : `… ${title}`);
	// How far it is may be unknown for a moment (the disk was just full): that is no reason to end.
	const ticker = setInterval(() => void draw().catch(() => undefined), terminal ? 1000 : 20_000);
	const end = (mark) => {
		over = true;
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
