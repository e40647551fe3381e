import type { Query } from '../endpoint';
import { Refusal } from '../errors';
import { documented } from '../rules';

/** Braze: 100 a page unless asked otherwise, 1,000 at most. */
const LIMIT = 100;
const MOST = 1000;

export const refuse = (message: string): never => {
	throw new Refusal(400, message, documented('the message is Braze’s; of the status the page says nothing, 400 is its own for wrong parameters'));
};

/** A whole number above 0; an offset of 0 is refused as well. */
function positive(query: Query, name: string, what: string): number | undefined {
	const text = query.one(name);
	if (text === undefined) return undefined;
	const value = Number(text);
	if (!Number.isInteger(value)) refuse(`${what} is invalid`);
	if (value <= 0) refuse(`${what} must be greater than 0`);
	return value;
}

function moment(query: Query, name: string, what: string): number | undefined {
	const text = query.one(name);
	if (text === undefined) return undefined;
	const time = Date.parse(text);
	if (Number.isNaN(time)) refuse(`${what} time is invalid`);
	return time;
}

/**
 * What content blocks and e-mail templates answer to `modified_after`, `modified_before`, `limit` and `offset`.
 * `thing` stands in Braze's messages.
 */
export function editedList<Row>(query: Query, thing: string, rows: readonly Row[], editedAt: (row: Row) => number): Row[] {
	const after = moment(query, 'modified_after', 'Modified after') ?? -Infinity;
	const before = moment(query, 'modified_before', 'Modified before') ?? Infinity;
	if (after > before) refuse('Modified after time must be earlier than or the same as modified before time.');
	const limit = positive(query, 'limit', `${thing} number limit`) ?? LIMIT;
	if (limit > MOST) refuse(`${thing} number limit exceeds maximum of ${MOST}`);
	const offset = positive(query, 'offset', 'Offset') ?? 0;
	return rows.filter((row) => editedAt(row) >= after && editedAt(row) <= before).slice(offset, offset + limit);
}
