import { Printable } from './printable';

function two(value: number): string {
	return String(value).padStart(2, '0');
}

/** `+HH:MM` or `+HHMM` of an offset in minutes east of UTC. */
export function offsetText(minutes: number, separator: string): string {
	const size = Math.abs(minutes);
	return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}${separator}${two(size % 60)}`;
}

/** A moment seen in a zone. `offset` is minutes east of UTC; `zone` its short name, empty when only an offset is known. */
export class ZonedTime extends Printable {
	/** Its fields are read with the getUTC methods: the moment moved by the offset. */
	readonly local: Date;

	constructor(
		/** Milliseconds since 1970. */
		readonly epoch: number,
		readonly offset = 0,
		readonly zone = offset === 0 ? 'UTC' : '',
	) {
		super();
		this.local = new Date(epoch + offset * 60_000);
	}

	print(): string {
		const text = this.local.toISOString();
		const zone = this.zone === 'UTC' ? 'UTC' : offsetText(this.offset, '');
		return `${text.slice(0, text.indexOf('T'))} ${text.slice(-13, -5)} ${zone}`;
	}
}

const FIELDS = { hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric', timeZoneName: 'short' } as const;
const formatters = new Map<string, Intl.DateTimeFormat>();
const FORMATTERS_KEPT = 50;

function formatter(zone: string): Intl.DateTimeFormat | undefined {
	const known = formatters.get(zone);
	if (known) return known;
	try {
		const made = new Intl.DateTimeFormat('en-US', { ...FIELDS, timeZone: zone });
		if (formatters.size < FORMATTERS_KEPT) formatters.set(zone, made);
		return made;
	} catch {
		return undefined;
	}
}

/** The same moment in an IANA zone, or undefined when the zone is unknown. */
export function inZone(epoch: number, zone: string): ZonedTime | undefined {
	const parts = formatter(zone)?.formatToParts(epoch);
	if (!parts) return undefined;
	const field = (type: string) => parts.find((part) => part.type === type)?.value ?? '';
	const [year, month, day, hour, minute, second] = ['year', 'month', 'day', 'hour', 'minute', 'second'].map((type) => Number(field(type)));
	const local = Date.UTC(year, month - 1, day, hour, minute, second);
	const offset = Math.round((local - Math.floor(epoch / 1000) * 1000) / 60_000);
	return new ZonedTime(epoch, offset, field('timeZoneName'));
}
