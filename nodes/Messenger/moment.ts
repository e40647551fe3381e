import { z, type Schema } from '../shared/schema';
import type { Field } from '../shared/operation/field';

/** Clocks differ; more than this ahead is a mistake. */
const AHEAD_MS = 5 * 60_000;

/** Epoch values below this are seconds: as ms they would lie in 1973. */
const SECONDS_BELOW = 100_000_000_000;

function toMs(value: unknown): number {
	if (value instanceof Date) return value.getTime();
	const text = String(value).trim();
	if (!/^\d+$/.test(text)) return Date.parse(text);
	return Number(text) < SECONDS_BELOW ? Number(text) * 1000 : Number(text);
}

/** A past moment in ms, given as ISO time or as epoch ms or seconds; blank means that there is none. */
export const pastMoment: Schema<number | undefined> = z.unknown().transform((value, context) => {
	if (value === undefined || value === null || String(value).trim() === '') return undefined;
	const ms = toMs(value);
	if (!Number.isFinite(ms)) context.addIssue({ code: 'custom', message: 'must be a time, for instance 2026-11-21T09:30:00Z' });
	else if (ms > Date.now() + AHEAD_MS) context.addIssue({ code: 'custom', message: 'lies in the future' });
	return ms;
});

export const momentField = (about: { displayName: string; description: string }): Field<number | undefined> => ({
	property: { ...about, type: 'string', default: '', placeholder: '2026-11-21T09:30:00Z' },
	schema: pastMoment,
});
