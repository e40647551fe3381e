import type { Indexed } from './searchIndex';
import { STATUSES } from '../types';

export interface Term {
	negated: boolean;
	/** Lower case; undefined for a bare word. */
	key?: string;
	operator: ':' | '<' | '>' | '<=' | '>=';
	value: string;
}

/** `type:ticket status<solved "two words" -tags:vip` */
export function parseQuery(query: string): Term[] {
	const terms: Term[] = [];
	const pattern = /(-?)(?:([a-z_]+)(:|<=|>=|<|>))?(?:"([^"]*)"|(\S+))/gi;
	for (const [, minus, key, operator, quoted, bare] of query.matchAll(pattern)) {
		terms.push({
			negated: minus === '-',
			key: key?.toLowerCase(),
			operator: (operator as Term['operator'] | undefined) ?? ':',
			value: quoted ?? bare ?? '',
		});
	}
	return terms;
}

const digits = (value: string): string => value.replace(/\D/g, '');

function matchesText(actual: unknown, wanted: string): boolean {
	const text = String(actual).toLowerCase();
	const pattern = wanted.toLowerCase();
	return pattern.endsWith('*') ? text.startsWith(pattern.slice(0, -1)) : text === pattern;
}

function matchesOne(key: string, actual: unknown, wanted: string): boolean {
	if (wanted === 'none') return actual === null || actual === undefined;
	if (actual === null || actual === undefined) return false;
	if (key === 'phone') return digits(wanted) !== '' && digits(String(actual)).includes(digits(wanted));
	if (['name', 'subject', 'description', 'comment', 'email'].includes(key)) {
		return String(actual).toLowerCase().includes(wanted.toLowerCase().replace(/\*$/, ''));
	}
	return matchesText(actual, wanted);
}

function compares(term: Term, actual: number, wanted: number): boolean {
	if (Number.isNaN(wanted)) return false;
	switch (term.operator) {
		case '<': return actual < wanted;
		case '>': return actual > wanted;
		case '<=': return actual <= wanted;
		case '>=': return actual >= wanted;
		case ':': return actual === wanted;
	}
}

function matchesTerm(entry: Indexed, term: Term): boolean {
	const { key, value } = term;
	if (key === 'created' || key === 'created_at' || key === 'updated' || key === 'updated_at') {
		const at = key.startsWith('created') ? entry.created_at : entry.updated_at;
		const wanted = Date.parse(value);
		if (term.operator === ':') return new Date(at).toISOString().startsWith(value);
		return compares(term, at, wanted);
	}
	if (key === 'status' && term.operator !== ':') {
		const rank = (status: unknown) => STATUSES.findIndex((each) => each === status);
		return compares(term, rank(entry.values.status), rank(value) === -1 ? NaN : rank(value));
	}
	if (key === undefined || !(key in entry.values)) {
		const words = key === undefined ? value : `${key}${term.operator}${value}`;
		return entry.text.toLowerCase().includes(words.toLowerCase());
	}
	const actual = entry.values[key];
	const values: unknown[] = Array.isArray(actual) ? actual : [actual];
	if (value === 'none') return values.every((each) => matchesOne(key, each, value));
	return values.some((each) => matchesOne(key, each, value));
}

/** All terms hold; `type:` names the kind. Words that are no keyword of the kind count as text (unconfirmed). */
export function matchesQuery(entry: Indexed, terms: Term[]): boolean {
	return terms.every((term) => {
		const holds = term.key === 'type' ? entry.kind === term.value.toLowerCase() : matchesTerm(entry, term);
		return holds !== term.negated;
	});
}
