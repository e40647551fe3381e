import { field, type InputOf, type Problem } from '../../../shared/operation';
import { catalogField } from '../../dataPickFields';

const OPERATORS = ['after', 'before', 'does not equal', 'does not include value', 'equals', 'greater than', 'includes value', 'is', 'less than'] as const;
const capital = (text: string): string => text.replace(/\b[a-z]/g, (letter) => letter.toUpperCase());

const filterFields = {
	field: field.requiredId({ displayName: 'Field', placeholder: 'City' }),
	operator: field.choice({
		displayName: 'Operator',
		description: 'Strings and numbers take equals and does not equal, numbers also less and greater than, booleans is, times before and after, arrays the two with value',
		options: OPERATORS.map((value) => ({ name: capital(value), value })),
		initial: 'equals',
	}),
	value: field.requiredText({ displayName: 'Value' }),
	valueType: field.choice({ displayName: 'Value Type', options: [{ name: 'Number', value: 'number' }, { name: 'Text', value: 'text' }, { name: 'True/False', value: 'boolean' }], initial: 'text' }),
};

export const selectionNameField = field.requiredId({ displayName: 'Selection Name', placeholder: 'favorite-restaurants' });

export const selectionFields = {
	catalog: catalogField,
	selectionName: selectionNameField,
	filters: field.rows({ displayName: 'Filters', description: 'All must fit; one of them may be on an array', placeholder: 'Add Filter', rowName: 'Filter', fields: filterFields, most: 4 }),
	more: field.extras({
		displayName: 'Additional Fields',
		placeholder: 'Add Field',
		fields: {
			description: field.optionalText({ displayName: 'Description' }),
			resultsLimit: field.wholeNumber({ displayName: 'Results Limit', description: '1 to 50', initial: 50, min: 1, max: 50 }),
			sortField: field.optionalId({ displayName: 'Sort Field', description: 'Random order when left out' }),
			sortOrder: field.choice({ displayName: 'Sort Order', options: [{ name: 'Ascending', value: 'asc' }, { name: 'Descending', value: 'desc' }], initial: 'asc' }),
		},
	}),
};

type Input = InputOf<typeof selectionFields>;
type Filter = Input['filters'][number];

function typed({ value, valueType }: Filter): unknown {
	if (valueType === 'number') return Number(value);
	return valueType === 'boolean' ? value.trim().toLowerCase() === 'true' : value;
}

export function checkSelection({ filters, more }: Input): Problem | undefined {
	for (const { field: name, value, valueType } of filters) {
		if (valueType === 'number' && !Number.isFinite(Number(value))) return { displayName: 'Filters', message: `the value for "${name}" must be a number` };
		if (valueType === 'boolean' && !/^(true|false)$/i.test(value.trim())) return { displayName: 'Filters', message: `the value for "${name}" must be true or false` };
	}
	return more.sortOrder !== undefined && more.sortField === undefined ? { displayName: 'Sort Field', message: 'is missing; a sort order needs it' } : undefined;
}

/** Braze sorts only where both field and order stand there. */
export const selectionOf = ({ selectionName, filters, more }: Input): Record<string, unknown> => ({
	name: selectionName,
	description: more.description,
	filters: filters.length === 0 ? undefined : filters.map((filter) => ({ field: filter.field, operator: filter.operator, value: typed(filter) })),
	results_limit: more.resultsLimit,
	sort_field: more.sortField,
	sort_order: more.sortField === undefined ? undefined : (more.sortOrder ?? 'asc'),
});
