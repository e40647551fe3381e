import { z } from 'zod';
import { badRequest } from '../errors';
import { anyJson, type Json } from '../json';
import { RULES } from '../rules';

const filter = z.object({ name: z.string(), operator: z.string().default('equals'), value: anyJson.optional() });
export type Filter = z.output<typeof filter>;
const filters = z.array(filter);

const profileProperties = z.object({ profile_fields: filters.optional() }).passthrough();

/** What a query or a segment asks for. `props` and `common_profile_prop` are older spellings. */
export const where = z.object({
	event_name: z.string().optional(),
	from: z.union([z.number(), z.string()]).optional(),
	to: z.union([z.number(), z.string()]).optional(),
	event_properties: filters.optional(),
	props: filters.optional(),
	session_properties: z.array(z.unknown()).optional(),
	common_profile_properties: profileProperties.optional(),
	common_profile_prop: profileProperties.optional(),
});
export type Where = z.output<typeof where>;

/** Filters that the sandbox takes and does not follow: by session, app, place, device. */
export const hasOtherFilters = ({ session_properties: session = [], common_profile_properties: properties, common_profile_prop: older }: Where): boolean =>
	session.length > 0 || Object.keys(properties ?? older ?? {}).some((key) => key !== 'profile_fields');

export const eventFilters = ({ event_properties: filters, props }: Where): Filter[] => filters ?? props ?? [];

export const profileFilters = ({ common_profile_properties: properties, common_profile_prop: older }: Where): Filter[] =>
	(properties ?? older)?.profile_fields ?? [];

type Test = (actual: Json | undefined, wanted: Json | undefined) => boolean;

const textOf = (value: Json | undefined): string => (typeof value === 'string' ? value : JSON.stringify(value ?? null));

/** A number and its digits are equal; case counts. */
const same = (a: Json | undefined, b: Json | undefined): boolean => a !== undefined && textOf(a) === textOf(b);

const anyOf = (test: Test): Test => (actual, wanted) =>
	(Array.isArray(wanted) ? wanted : [wanted]).some((one) => (Array.isArray(actual) ? actual : [actual]).some((value) => test(value, one)));

const equals = anyOf(same);
const contains = anyOf((actual, wanted) => actual !== undefined && textOf(actual).toLowerCase().includes(textOf(wanted).toLowerCase()));
const numbers = (holds: (a: number, b: number) => boolean): Test => (actual, wanted) =>
	actual !== undefined && actual !== null && holds(Number(actual), Number(wanted));
const not = (test: Test): Test => (actual, wanted) => !test(actual, wanted);

const greater = numbers((a, b) => a > b);
const greaterEquals = numbers((a, b) => a >= b);
const less = numbers((a, b) => a < b);
const lessEquals = numbers((a, b) => a <= b);

const OPERATORS: Record<string, Test> = {
	equals, in: equals, not_equals: not(equals), not_in: not(equals),
	contains, does_not_contain: not(contains), not_contains: not(contains),
	greater_than: greater, gt: greater, greater_than_equals: greaterEquals, gte: greaterEquals,
	less_than: less, lt: less, less_than_equals: lessEquals, lte: lessEquals,
	exists: (actual) => actual !== undefined, not_exists: (actual) => actual === undefined,
};

/** Whether the value passes. An operator that nobody describes is a 400. */
export function passes(actual: Json | undefined, { operator, value }: Filter): boolean {
	if (!Object.keys(OPERATORS).includes(operator)) throw badRequest(`operator ${operator} is not supported`, RULES.operators);
	return OPERATORS[operator](actual, value);
}
