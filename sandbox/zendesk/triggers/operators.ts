import { changeOf, type Moment } from './moment';
import type { Condition } from './types';

/** Zendesk's via ids of the channels here. */
export const VIA_IDS = { web: 0, email: 4, api: 5, rule: 8 } as const;

export const EQUALITY = ['is', 'is_not'] as const;
export const CHANGES = ['changed', 'not_changed', 'value', 'value_previous', 'not_value', 'not_value_previous'] as const;
export const ORDER = ['less_than', 'greater_than'] as const;
export const PRESENCE = ['present', 'not_present'] as const;
export const WORDS = ['includes', 'not_includes', 'is', 'is_not'] as const;

const text = (value: unknown): string => (value === null || value === undefined ? '' : String(value));

export const equal = (actual: unknown, wanted: unknown): boolean => text(actual).toLowerCase() === text(wanted).toLowerCase();

export const words = (value: unknown): string[] => text(value).toLowerCase().split(/[\s,]+/).filter((word) => word !== '');

/** The words of a text a person wrote, without their punctuation. */
export const textWords = (value: unknown): string[] => text(value).toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** A field that has one value, and remembers in the audit what it was. `rank` orders the values for less_than and greater_than. */
export function holdsForValue(moment: Moment, condition: Condition, auditField: string, actual: unknown, rank?: (value: unknown) => number): boolean {
	const { operator, value } = condition;
	const change = changeOf(moment, auditField);
	switch (operator) {
		case 'is': return equal(actual, value);
		case 'is_not': return !equal(actual, value);
		case 'changed': return change !== undefined;
		case 'not_changed': return change === undefined;
		case 'value': return change !== undefined && equal(change.value, value);
		case 'not_value': return change === undefined || !equal(change.value, value);
		case 'value_previous': return change !== undefined && equal(change.previous_value, value);
		case 'not_value_previous': return change === undefined || !equal(change.previous_value, value);
		case 'less_than': return rank !== undefined && rank(actual) < rank(value);
		case 'greater_than': return rank !== undefined && rank(actual) > rank(value);
		case 'present': return text(actual) !== '';
		case 'not_present': return text(actual) === '';
		case 'includes_string': return text(actual).toLowerCase().includes(text(value).toLowerCase());
		case 'not_includes_string': return !text(actual).toLowerCase().includes(text(value).toLowerCase());
		default: return false;
	}
}

/** `includes`: at least one of the words; `is`: the very string, wherever it stands. */
export function holdsForWords({ operator, value }: Condition, actual: unknown, own: (word: string) => boolean): boolean {
	const whole = text(actual).toLowerCase().includes(text(value).toLowerCase());
	switch (operator) {
		case 'includes': return words(value).some(own);
		case 'not_includes': return !words(value).some(own);
		case 'is': return whole;
		case 'is_not': return !whole;
		default: return false;
	}
}
