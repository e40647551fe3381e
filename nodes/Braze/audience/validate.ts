import { isObject } from '../../shared/text/isObject';
import { ATTRIBUTE_COMPARISONS, isAboutExistence, isAboutNumbers, isAboutPatterns, isAboutTime, SUBSCRIPTION_COMPARISONS, SUBSCRIPTION_STATES, TIME_COMPARISONS } from './comparisons';

const oneOf = (allowed: readonly string[], value: unknown): boolean => typeof value === 'string' && allowed.includes(value);

const isTime = (value: unknown): boolean => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}/.test(value) && Number.isFinite(Date.parse(value));

function wrongAttribute({ custom_attribute_name: name, comparison, value }: Record<string, unknown>): string | undefined {
	if (typeof name !== 'string' || name.trim() === '') return 'custom_attribute needs a custom_attribute_name';
	if (!oneOf(ATTRIBUTE_COMPARISONS, comparison)) return `the comparison of "${name}" must be one of ${ATTRIBUTE_COMPARISONS.join(', ')}`;
	const kind = String(comparison);
	if (isAboutExistence(kind)) return undefined;
	if (value === undefined || value === null) return `"${name}" ${kind} needs a value`;
	if (isAboutTime(kind) && !isTime(value)) return `"${name}" ${kind} needs an ISO 8601 time, for instance 2026-11-21T09:30:00Z`;
	if (isAboutNumbers(kind) && typeof value !== 'number') return `"${name}" ${kind} needs a number`;
	if (isAboutPatterns(kind) && typeof value !== 'string') return `"${name}" ${kind} needs a text`;
	if (typeof value === 'object') return `"${name}" ${kind} needs one text, number or true/false; nested attributes cannot be used here`;
	return undefined;
}

const wrongSubscription =
	(kind: string) =>
	({ comparison, value }: Record<string, unknown>): string | undefined => {
		if (!oneOf(SUBSCRIPTION_COMPARISONS, comparison)) return `the comparison of ${kind} must be is or is_not`;
		return oneOf(SUBSCRIPTION_STATES, value) ? undefined : `the value of ${kind} must be one of ${SUBSCRIPTION_STATES.join(', ')}`;
	};

function wrongLastUse({ comparison, value }: Record<string, unknown>): string | undefined {
	if (!oneOf(TIME_COMPARISONS, comparison)) return 'the comparison of last_used_app must be after or before';
	return isTime(value) ? undefined : 'the value of last_used_app must be an ISO 8601 time, for instance 2026-11-21T09:30:00Z';
}

const FILTERS: Readonly<Record<string, (filter: Record<string, unknown>) => string | undefined>> = {
	custom_attribute: wrongAttribute,
	email_subscription_status: wrongSubscription('email_subscription_status'),
	last_used_app: wrongLastUse,
	push_subscription_status: wrongSubscription('push_subscription_status'),
};

/** Fields of a profile that people look for here; Braze filters by them in segments only. */
const IN_SEGMENTS_ONLY = /^(country|city|language|gender|first_name|last_name|email|phone|segment|custom_event|event|purchase)/i;

function wrongFilter(kind: string, filter: unknown): string | undefined {
	const judge = FILTERS[kind];
	if (judge === undefined && IN_SEGMENTS_ONLY.test(kind)) return `"${kind}" cannot be filtered by here: put it into a segment`;
	if (!isObject(filter)) return `"${kind}" must be an object with a comparison and a value`;
	// Braze's list of filters may grow: one that is not known here but has the shape of the others goes through.
	if (judge === undefined) return typeof filter.comparison === 'string' ? undefined : `"${kind}" is no filter; there are ${Object.keys(FILTERS).join(', ')}`;
	return judge(filter);
}

/**
 * What is wrong with a connected audience, or undefined: one filter, or AND / OR lists of filters and further lists.
 * https://www.braze.com/docs/api/objects_filters/connected_audience/
 */
export function wrongAudience(audience: unknown): string | undefined {
	if (!isObject(audience)) return 'every part must be an object: a filter, or an AND or OR list';
	const keys = Object.keys(audience);
	const [key] = keys;
	if (keys.length === 0) return 'a part is empty';
	if (keys.length > 1) return `one part holds ${keys.join(' and ')}; each filter is an object of its own in an AND or OR list`;
	const inner = audience[key];
	if (/^(and|or)$/i.test(key) && key !== key.toUpperCase()) return `"${key}" must be written ${key.toUpperCase()}`;
	if (key !== 'AND' && key !== 'OR') return wrongFilter(key, inner);
	if (!Array.isArray(inner)) return `${key} must hold a list of filters`;
	if (inner.length === 0) return `${key} holds no filter`;
	for (const part of inner) {
		const wrong = wrongAudience(part);
		if (wrong !== undefined) return wrong;
	}
	return undefined;
}
