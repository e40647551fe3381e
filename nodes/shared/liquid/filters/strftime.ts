import { offsetText, type ZonedTime } from '../render/zonedTime';

const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
const DAY_MS = 86_400_000;

interface Field {
	text: string | number;
	width?: number;
	pad?: '0' | ' ';
}

const zero = (text: number, width = 2): Field => ({ text, width, pad: '0' });
const blank = (text: number, width = 2): Field => ({ text, width, pad: ' ' });

function dayOfYear(day: Date): number {
	return Math.floor((day.getTime() - Date.UTC(day.getUTCFullYear(), 0, 1)) / DAY_MS) + 1;
}

/** ISO 8601 year and week: the week that holds the Thursday. */
function isoWeek(day: Date): { year: number; week: number } {
	const thursday = new Date(day.getTime() + (4 - (day.getUTCDay() || 7)) * DAY_MS);
	return { year: thursday.getUTCFullYear(), week: Math.ceil(dayOfYear(thursday) / 7) };
}

function weekFrom(day: Date, firstWeekday: 0 | 1): number {
	return Math.floor((dayOfYear(day) + 6 - ((day.getUTCDay() - firstWeekday + 7) % 7)) / 7);
}

function fractionOf(time: ZonedTime, digits: number): string {
	const milliseconds = ((time.epoch % 1000) + 1000) % 1000;
	return String(Math.floor(milliseconds)).padStart(3, '0').padEnd(digits, '0').slice(0, digits);
}

type Code = (time: ZonedTime, day: Date) => Field | string;

/** Composed codes are formatted again. */
const COMPOSED: Record<string, string> = {
	c: '%a %b %e %H:%M:%S %Y',
	D: '%m/%d/%y',
	F: '%Y-%m-%d',
	r: '%I:%M:%S %p',
	R: '%H:%M',
	T: '%H:%M:%S',
	v: '%e-%^b-%Y',
	x: '%m/%d/%y',
	X: '%H:%M:%S',
	'+': '%a %b %e %H:%M:%S %Z %Y',
};

const CODES: Record<string, Code> = {
	a: (_, day) => DAYS[day.getUTCDay()].slice(0, 3),
	A: (_, day) => DAYS[day.getUTCDay()],
	b: (_, day) => MONTHS[day.getUTCMonth()].slice(0, 3),
	B: (_, day) => MONTHS[day.getUTCMonth()],
	C: (_, day) => zero(Math.floor(day.getUTCFullYear() / 100)),
	d: (_, day) => zero(day.getUTCDate()),
	e: (_, day) => blank(day.getUTCDate()),
	g: (_, day) => zero(isoWeek(day).year % 100),
	G: (_, day) => zero(isoWeek(day).year, 4),
	h: (_, day) => MONTHS[day.getUTCMonth()].slice(0, 3),
	H: (_, day) => zero(day.getUTCHours()),
	I: (_, day) => zero(day.getUTCHours() % 12 || 12),
	j: (_, day) => zero(dayOfYear(day), 3),
	k: (_, day) => blank(day.getUTCHours()),
	l: (_, day) => blank(day.getUTCHours() % 12 || 12),
	m: (_, day) => zero(day.getUTCMonth() + 1),
	M: (_, day) => zero(day.getUTCMinutes()),
	n: () => '\n',
	p: (_, day) => (day.getUTCHours() < 12 ? 'AM' : 'PM'),
	P: (_, day) => (day.getUTCHours() < 12 ? 'am' : 'pm'),
	s: (time) => String(Math.floor(time.epoch / 1000)),
	S: (_, day) => zero(day.getUTCSeconds()),
	t: () => '\t',
	u: (_, day) => String(day.getUTCDay() || 7),
	U: (_, day) => zero(weekFrom(day, 0)),
	V: (_, day) => zero(isoWeek(day).week),
	w: (_, day) => String(day.getUTCDay()),
	W: (_, day) => zero(weekFrom(day, 1)),
	y: (_, day) => zero(((day.getUTCFullYear() % 100) + 100) % 100),
	Y: (_, day) => ({ text: day.getUTCFullYear(), width: 4, pad: '0' }),
	Z: (time) => time.zone,
	'%': () => '%',
};

const DIRECTIVE = /%([-_0^#]*)(\d{0,4})(:{0,2})([A-Za-z%+])/g;

function value(code: string, colons: string, width: number, time: ZonedTime): Field | string | undefined {
	if (code === 'z') return `${offsetText(time.offset, colons ? ':' : '')}${colons === '::' ? ':00' : ''}`;
	if (code === 'L') return fractionOf(time, Math.min(width || 3, 30));
	if (code === 'N') return fractionOf(time, Math.min(width || 9, 30));
	if (COMPOSED[code]) return strftime(time, COMPOSED[code]);
	return CODES[code]?.(time, time.local);
}

/** Ruby's strftime with its flags (`-` no padding, `_` spaces, `0` zeros, `^` upper case, `#` swapped case) and widths. */
export function strftime(time: ZonedTime, format: string): string {
	return format.replace(DIRECTIVE, (written, flags: string, widthText: string, colons: string, code: string) => {
		const width = Math.min(Number(widthText), 100);
		const found = value(code, colons, width, time);
		if (found === undefined) return written;
		const field: Field = typeof found === 'string' ? { text: found } : found;
		const pad = flags.includes('_') ? ' ' : flags.includes('0') ? '0' : (field.pad ?? ' ');
		let text = String(field.text);
		if (!flags.includes('-') && code !== 'L' && code !== 'N') text = text.padStart(width || field.width || 0, pad);
		if (flags.includes('^')) text = text.toUpperCase();
		if (flags.includes('#')) text = code === 'p' ? text.toLowerCase() : text.toUpperCase();
		return text;
	});
}
