import { field, type InputOf, type Problem } from '../../shared/operation';
import { checkDays, dayFields } from './dayFields';
import { checkFilters, filterFields, filtersOf } from './filterFields';

export const queryJsonField = field.jsonObject({
	displayName: 'Query as JSON',
	description: 'Laid over the query of the form: session_properties, demographics and operators that it does not offer, as CleverTap writes them',
});

/** Who did what between two days. */
export const queryFields = {
	eventName: field.requiredId({ displayName: 'Event Name', placeholder: 'Charged' }),
	...dayFields,
	...filterFields,
};

type Query = InputOf<typeof queryFields>;

export const checkQuery = (query: Query): Problem | undefined => checkDays(query) ?? checkFilters(query);

export const queryOf = (query: Query, json: Record<string, unknown> = {}) => ({ event_name: query.eventName, from: query.from, to: query.to, ...filtersOf(query), ...json });
