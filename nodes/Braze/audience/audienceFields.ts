import { field, type InputOf, type Problem } from '../../shared/operation';
import { ATTRIBUTE_COMPARISONS, isAboutExistence, isAboutNumbers, SUBSCRIPTION_STATES } from './comparisons';
import { wrongAudience } from './validate';

const capital = (word: string): string => word[0].toUpperCase() + word.slice(1);
const words = (value: string): string => {
	const all = value.split('_');
	return all.map((word, at) => (at < all.length - 1 && /^(or|in|the|than)$/.test(word) ? word : capital(word))).join(' ');
};
const named = <const V extends string>(value: V) => ({ name: words(value), value });

/** Comparisons of all kinds of filters in one list: a row of a form cannot offer other ones for other kinds. */
const COMPARISONS = [...ATTRIBUTE_COMPARISONS, 'is' as const, 'is_not' as const].map(named).sort((a, b) => a.name.localeCompare(b.name));

const rowFields = {
	kind: field.choice({
		displayName: 'Filter By',
		options: [
			{ name: 'Custom Attribute', value: 'custom_attribute' },
			{ name: 'Email Subscription Status', value: 'email_subscription_status' },
			{ name: 'Last Used App', value: 'last_used_app' },
			{ name: 'Push Subscription Status', value: 'push_subscription_status' },
		],
		initial: 'custom_attribute',
	}),
	name: field.optionalId({ displayName: 'Custom Attribute Name', placeholder: 'favourite_store', description: 'For a custom attribute only; nested attributes cannot be used' }),
	comparison: field.choice({
		displayName: 'Comparison',
		description: 'Subscription statuses take is and is not; last used app takes after and before; true/false attributes take does not equal in place of not equal',
		options: COMPARISONS,
		initial: 'equals',
	}),
	value: field.optionalText({ displayName: 'Value', description: `A subscription status is ${SUBSCRIPTION_STATES.join(', ')}; a time is ISO 8601; nothing for exists and does not exist` }),
	valueType: field.choice({
		displayName: 'Value Type',
		description: 'A filter on a number or on true/false does not see the same thing as text',
		options: [
			{ name: 'Number', value: 'number' },
			{ name: 'Text', value: 'text' },
			{ name: 'True/False', value: 'boolean' },
		],
		initial: 'text',
	}),
};

/** A connected audience: a short form for the simple case, JSON for nested lists. */
export const audienceFields = {
	audienceBy: field.choice({
		displayName: 'Connected Audience',
		description: 'Narrows who is reached by custom attributes and subscriptions at the moment of the send',
		options: [
			{ name: 'As JSON', value: 'json', description: 'AND and OR lists inside one another, as Braze writes them' },
			{ name: 'By Filters', value: 'filters', description: 'A list of filters of which all, or any, must fit' },
			{ name: 'None', value: 'none' },
		],
		initial: 'none',
	}),
	audienceMatch: field.shownWhen(
		{ audienceBy: ['filters'] },
		field.choice({ displayName: 'Filters That Must Fit', options: [{ name: 'All', value: 'AND' }, { name: 'Any', value: 'OR' }], initial: 'AND' }),
	),
	audienceFilters: field.shownWhen(
		{ audienceBy: ['filters'] },
		field.rows({ displayName: 'Filters', placeholder: 'Add Filter', rowName: 'Filter', fields: rowFields, most: 100 }),
	),
	audienceJson: field.shownWhen(
		{ audienceBy: ['json'] },
		field.jsonObject({
			displayName: 'Connected Audience (JSON)',
			description: 'For instance {"AND": [{"custom_attribute": {"custom_attribute_name": "plan", "comparison": "equals", "value": "gold"}}]}',
		}),
	),
};

export type AudienceInput = InputOf<typeof audienceFields>;
type Row = InputOf<typeof rowFields>;
export type Audience = Record<string, unknown>;

/** The value as its type says; a text that is none stays as it is, and the check of the filter names it. */
function valueOf({ comparison, value, valueType }: Row): unknown {
	if (isAboutExistence(comparison)) return undefined;
	const text = value?.trim();
	if (valueType === 'number' || isAboutNumbers(comparison)) return text !== undefined && Number.isFinite(Number(text)) ? Number(text) : value;
	if (valueType === 'boolean') return text === 'true' ? true : text === 'false' ? false : value;
	return value;
}

function filterOf(row: Row): Audience {
	const name = row.kind === 'custom_attribute' ? { custom_attribute_name: row.name } : {};
	return { [row.kind]: { ...name, comparison: row.comparison, value: valueOf(row) } };
}

const wrongType = (rows: Row[]): string | undefined => {
	const row = rows.find((one) => !isAboutExistence(one.comparison) && one.kind === 'custom_attribute' && one.valueType !== 'text' && typeof valueOf(one) === 'string');
	return row === undefined ? undefined : `the value of "${row.name ?? ''}" must be ${row.valueType === 'number' ? 'a number' : 'true or false'}`;
};

export function audienceOf({ audienceBy, audienceMatch, audienceFilters, audienceJson }: AudienceInput): Audience | undefined {
	if (audienceBy === 'none') return undefined;
	if (audienceBy === 'json') return audienceJson ?? {};
	return { [audienceMatch ?? 'AND']: (audienceFilters ?? []).map(filterOf) };
}

/** Looks at the audience before the call: Braze would refuse it, or reach other people than meant. */
export function checkAudience(input: AudienceInput): Problem | undefined {
	const audience = audienceOf(input);
	if (audience === undefined) return undefined;
	const displayName = input.audienceBy === 'json' ? 'Connected Audience (JSON)' : 'Filters';
	const wrong = (input.audienceBy === 'filters' ? wrongType(input.audienceFilters ?? []) : undefined) ?? wrongAudience(audience);
	return wrong === undefined ? undefined : { displayName, message: wrong };
}
