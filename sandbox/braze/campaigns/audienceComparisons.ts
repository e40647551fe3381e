import { DAY_MS } from '../figures/days';
import type { Json } from '../json';

/** Comparisons of a custom attribute. Source: Braze, connected audience. `does_not_equal` is for booleans, `not_equal` for texts and numbers. */
export const COMPARISONS = [
	'equals', 'not_equal', 'does_not_equal', 'exists', 'does_not_exist', 'includes_value', 'does_not_include_value', 'matches_regex', 'does_not_match_regex',
	'greater_than', 'greater_than_or_equal_to', 'less_than', 'less_than_or_equal_to',
	'after', 'before', 'less_than_x_days_ago', 'greater_than_x_days_ago', 'less_than_x_days_in_the_future', 'greater_than_x_days_in_the_future',
] as const;
export type Comparison = (typeof COMPARISONS)[number];

type Compare = (actual: Json | undefined, wanted: Json | undefined) => boolean;

const includes: Compare = (actual, wanted) => Array.isArray(actual) && wanted !== undefined && actual.includes(wanted);
const matches: Compare = (actual, wanted) => typeof actual === 'string' && typeof wanted === 'string' && new RegExp(wanted).test(actual);
const bothNumbers = (holds: (a: number, b: number) => boolean): Compare => (actual, wanted) =>
	typeof actual === 'number' && typeof wanted === 'number' && holds(actual, wanted);

const moment = (value: Json | undefined): number => (typeof value === 'string' ? Date.parse(value) : NaN);
const bothMoments = (holds: (a: number, b: number) => boolean): Compare => (actual, wanted) => holds(moment(actual), moment(wanted));
/** `holds` gets how many days ago the moment was (below 0: to come) and x. */
const days = (holds: (ago: number, x: number) => boolean): Compare => (actual, wanted) =>
	typeof wanted === 'number' && !Number.isNaN(moment(actual)) && holds((Date.now() - moment(actual)) / DAY_MS, wanted);

/** Types count: the text "true" does not equal true. */
export const comparisons: Record<Comparison, Compare> = {
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
	after: bothMoments((a, b) => a > b),
	before: bothMoments((a, b) => a < b),
	less_than_x_days_ago: days((ago, x) => ago >= 0 && ago < x),
	greater_than_x_days_ago: days((ago, x) => ago > x),
	less_than_x_days_in_the_future: days((ago, x) => ago <= 0 && -ago < x),
	greater_than_x_days_in_the_future: days((ago, x) => -ago > x),
};
