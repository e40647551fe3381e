import { z } from 'zod';
import { Refusal } from './errors';
import type { Json } from './json';
import type { ProfileData } from './profile';
import { sandboxRule } from './rules';

const comparand = z.union([z.string(), z.number(), z.boolean()]);
const customAttribute = z.object({ custom_attribute_name: z.string(), comparison: z.string(), value: comparand.optional() });
const status = z.object({ comparison: z.enum(['is', 'is_not']), value: z.string() });

type Compare = (actual: Json | undefined, wanted: Json | undefined) => boolean;

const includes: Compare = (actual, wanted) => Array.isArray(actual) && wanted !== undefined && actual.includes(wanted);
const matches: Compare = (actual, wanted) => typeof actual === 'string' && typeof wanted === 'string' && new RegExp(wanted).test(actual);
const bothNumbers = (holds: (a: number, b: number) => boolean): Compare => (actual, wanted) =>
	typeof actual === 'number' && typeof wanted === 'number' && holds(actual, wanted);

/** Types count: the text "true" does not equal true. */
const COMPARISONS: Record<string, Compare> = {
	equals: (actual, wanted) => actual === wanted,
	not_equal: (actual, wanted) => actual !== wanted,
	does_not_equal: (actual, wanted) => actual !== wanted,
	exists: (actual) => actual !== undefined,
	does_not_exist: (actual) => actual === undefined,
	includes_value: includes,
	does_not_include_value: (actual, wanted) => !includes(actual, wanted),
	matches_regex: matches,
	does_not_match_regex: (actual, wanted) => !matches(actual, wanted),
	greater_than: bothNumbers((a, b) => a > b),
	greater_than_or_equal_to: bothNumbers((a, b) => a >= b),
	less_than: bothNumbers((a, b) => a < b),
	less_than_or_equal_to: bothNumbers((a, b) => a <= b),
};

function notModelled(what: string): Refusal {
	return new Refusal(400, `Audience filter not modelled here: ${what}`, sandboxRule('this audience filter is not modelled'));
}

function matchesStatus(value: Json | undefined, filter: unknown): boolean {
	const { comparison, value: wanted } = status.parse(filter);
	return (value === wanted) === (comparison === 'is');
}

function matchesFilter(data: ProfileData, name: string, filter: unknown): boolean {
	if (name === 'email_subscription_status') return matchesStatus(data.fields.email_subscribe, filter);
	if (name === 'push_subscription_status') return matchesStatus(data.fields.push_subscribe, filter);
	if (name !== 'custom_attribute') throw notModelled(name);
	const { custom_attribute_name: attribute, comparison, value } = customAttribute.parse(filter);
	if (!(comparison in COMPARISONS)) throw notModelled(comparison);
	return COMPARISONS[comparison](data.custom[attribute], value);
}

const group = z.array(z.record(z.unknown()));

/** A connected audience: one filter, or AND / OR lists of them, nested at will. Throws a {@link Refusal} where it is not understood. */
export function matchesAudience(data: ProfileData, audience: Record<string, unknown>): boolean {
	return Object.entries(audience).every(([name, filter]) => {
		if (name === 'AND') return group.parse(filter).every((inner) => matchesAudience(data, inner));
		if (name === 'OR') return group.parse(filter).some((inner) => matchesAudience(data, inner));
		return matchesFilter(data, name, filter);
	});
}
