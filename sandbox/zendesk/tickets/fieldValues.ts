import { recordInvalid } from '../errors';
import { RULES } from '../rules';
import type { FieldDefinition } from '../types';

const isDate = (value: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(value);

/** What a custom field of each type takes; the rest take everything. */
const TAKES: Record<string, (value: unknown, field: FieldDefinition) => boolean> = {
	date: (value) => isDate(String(value)),
	integer: (value) => /^-?\d+$/.test(String(value)),
	decimal: (value) => /^-?\d+([.,]\d+)?$/.test(String(value)),
	checkbox: (value) => ['true', 'false', '1', '0'].includes(String(value)),
	regexp: (value, field) => field.regexp_for_validation === null || new RegExp(field.regexp_for_validation).test(String(value)),
	dropdown: (value, { options }) => options?.some((option) => option.value === value) ?? true,
	tagger: (value, { options }) => options?.some((option) => option.value === value) ?? true,
	multiselect: (value, { options = [] }) => Array.isArray(value) && value.every((each) => options.some((option) => option.value === each)),
};

/** 422 for a value that the field does not take; emptying it is always allowed. */
export function checkFieldValue(field: FieldDefinition, value: unknown): void {
	if (value === null || value === '' || (TAKES[field.type]?.(value, field) ?? true)) return;
	const what = field.type === 'date' ? 'a valid date' : `valid for this ${field.type}`;
	throw recordInvalid(
		{ base: [{ description: `${field.title}: '${String(value)}' is not ${what}`, error: 'InvalidValue' }] },
		field.type === 'date' ? RULES.dateField : RULES.fieldValue,
	);
}
