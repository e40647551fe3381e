import type { Query } from './endpoint';
import { Refusal } from './errors';
import { documented, unconfirmed } from './rules';

const LIMIT = 100;
const LIMIT_MAX = 500;

function whole(query: Query, name: string, fallback: number, least: number): number {
	const text = query.one(name);
	const value = text === undefined ? fallback : Number(text);
	if (Number.isInteger(value) && value >= least) return value;
	throw new Refusal(400, `${name} is invalid`, unconfirmed(`${name}: a whole number of ${least} or more; the wording is the sandbox’s own`));
}

/** `limit` (100, at most 500) and `offset` of the e-mail and SMS lists. */
export function listPage<Row>(query: Query, rows: readonly Row[]): Row[] {
	const limit = whole(query, 'limit', LIMIT, 1);
	if (limit > LIMIT_MAX) throw new Refusal(400, `limit exceeds the maximum of ${LIMIT_MAX}`, documented(`limit: at most ${LIMIT_MAX}; the wording is the sandbox’s own`));
	const offset = whole(query, 'offset', 0, 0);
	return rows.slice(offset, offset + limit);
}

function day(query: Query, name: string): number {
	const text = query.one(name);
	if (text === undefined) throw new Refusal(400, `${name} is required`, documented(`${name} is needed here; the wording is the sandbox’s own`));
	const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : NaN;
	if (Number.isNaN(time)) throw new Refusal(400, `${name} must be in YYYY-MM-DD format`, documented('dates are YYYY-MM-DD; the wording is the sandbox’s own'));
	return time;
}

/** `start_date` and `end_date`, both midnight UTC, in ms. */
export function dateRange(query: Query): { from: number; to: number } {
	const from = day(query, 'start_date');
	const to = day(query, 'end_date');
	if (from >= to) throw new Refusal(400, 'start_date must be earlier than end_date', documented('start_date must be earlier than end_date; the wording is the sandbox’s own'));
	return { from, to };
}
