import { isoTime } from '../shared/operation/moment';

/** Past it there is no date. */
const LAST_MS = 8.64e15;

/** ISO time of what Sendbird gives: Unix seconds or ms (told by the magnitude), or a text, UTC where it names no zone; undefined where it is no time. */
export function isoTimeOf(value: unknown): string | undefined {
	const given = typeof value === 'number' ? Math.trunc(value) : value;
	if ((typeof given !== 'number' && typeof given !== 'string') || Number(given) <= 0 || Number(given) > LAST_MS) return undefined;
	const parsed = isoTime.safeParse(given);
	return parsed.success ? parsed.data : undefined;
}
