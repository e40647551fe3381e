import { field, type InputOf, type Problem } from '../../shared/operation';

/** Comparisons that are seen in use; CleverTap has more, which "Query as JSON" takes. */
const OPERATORS = [
	{ name: 'Contains', value: 'contains' },
	{ name: 'Does Not Contain', value: 'does_not_contain' },
	{ name: 'Equals', value: 'equals' },
	{ name: 'Greater Than', value: 'greater_than' },
	{ name: 'Greater Than or Equals', value: 'greater_than_equals' },
	{ name: 'Less Than', value: 'less_than' },
	{ name: 'Less Than or Equals', value: 'less_than_equals' },
	{ name: 'Not Equals', value: 'not_equals' },
] as const;

const rowFields = {
	name: field.requiredId({ displayName: 'Name', placeholder: 'status' }),
	operator: field.choice({ displayName: 'Operator', options: OPERATORS, initial: 'equals' }),
	value: field.optionalText({ displayName: 'Value' }),
	valueType: field.choice({
		displayName: 'Value Type',
		description: 'A filter on a number does not see a text',
		options: [
			{ name: 'List of Texts', value: 'list', description: 'Separated by commas; any of them fits' },
			{ name: 'Number', value: 'number' },
			{ name: 'Text', value: 'text' },
			{ name: 'True/False', value: 'boolean' },
		],
		initial: 'text',
	}),
};

const MOST = 50;

export const filterFields = {
	eventFilters: field.rows({ displayName: 'Event Property Filters', description: 'All of them must fit the event', placeholder: 'Add Filter', rowName: 'Filter', fields: rowFields, most: MOST }),
	profileFilters: field.rows({ displayName: 'Profile Filters', description: 'All of them must fit the profile of the user', placeholder: 'Add Filter', rowName: 'Filter', fields: rowFields, most: MOST }),
};

type Row = InputOf<typeof rowFields>;
export type Filters = InputOf<typeof filterFields>;

/** Undefined where the text is none of its type. */
function valueOf({ value = '', valueType }: Row): unknown {
	if (valueType === 'list') return value.split(',').map((one) => one.trim());
	if (valueType === 'number') return value.trim() !== '' && Number.isFinite(Number(value)) ? Number(value) : undefined;
	if (valueType === 'boolean') return /^(true|false)$/i.test(value.trim()) ? value.trim().toLowerCase() === 'true' : undefined;
	return value;
}

function rowsProblem(displayName: string, rows: Row[]): Problem | undefined {
	const bad = rows.find((row) => row.value === undefined || valueOf(row) === undefined);
	return bad && { displayName, message: bad.value === undefined ? `the value of "${bad.name}" is missing` : `the value of "${bad.name}" must be ${bad.valueType === 'number' ? 'a number' : 'true or false'}` };
}

export const checkFilters = ({ eventFilters = [], profileFilters = [] }: Partial<Filters>): Problem | undefined =>
	rowsProblem('Event Property Filters', eventFilters) ?? rowsProblem('Profile Filters', profileFilters);

const written = (rows: Row[]) => rows.map((row) => ({ name: row.name, operator: row.operator, value: valueOf(row) }));

/** As every query of CleverTap's has them; absent where there are none. */
export const filtersOf = ({ eventFilters = [], profileFilters = [] }: Partial<Filters>) => ({
	event_properties: eventFilters.length > 0 ? written(eventFilters) : undefined,
	common_profile_properties: profileFilters.length > 0 ? { profile_fields: written(profileFilters) } : undefined,
});
