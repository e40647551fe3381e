/**
 * What a connected audience may compare, from Braze's page on the connected audience object. Which comparisons fit a custom attribute depends on its data type,
 * which a call does not say. Booleans take `does_not_equal`, texts and numbers `not_equal`.
 */
export const ATTRIBUTE_COMPARISONS = [
	'after',
	'before',
	'does_not_equal',
	'does_not_exist',
	'does_not_include_value',
	'does_not_match_regex',
	'equals',
	'exists',
	'greater_than',
	'greater_than_or_equal_to',
	'greater_than_x_days_ago',
	'greater_than_x_days_in_the_future',
	'includes_value',
	'less_than',
	'less_than_or_equal_to',
	'less_than_x_days_ago',
	'less_than_x_days_in_the_future',
	'matches_regex',
	'not_equal',
] as const;
export type AttributeComparison = (typeof ATTRIBUTE_COMPARISONS)[number];

export const SUBSCRIPTION_COMPARISONS = ['is', 'is_not'] as const;
export const SUBSCRIPTION_STATES = ['opted_in', 'subscribed', 'unsubscribed'] as const;
export const TIME_COMPARISONS = ['after', 'before'] as const;

/** Comparisons that need no value. */
export const isAboutExistence = (comparison: string): boolean => comparison === 'exists' || comparison === 'does_not_exist';

export const isAboutTime = (comparison: string): boolean => comparison === 'after' || comparison === 'before';

/** Comparisons whose value must be a number: amounts and days. */
export const isAboutNumbers = (comparison: string): boolean => /^(greater|less)_than/.test(comparison);

export const isAboutPatterns = (comparison: string): boolean => /regex$/.test(comparison);
