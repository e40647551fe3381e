import { isJsonObject, type Json, type JsonObject } from '../json';
import { RecordError } from '../upload/recordError';
import { RULES } from '../rules';

const VALUES_MAX = 100;

const listOf = (value: Json | undefined): Json[] => (value === undefined || value === null ? [] : Array.isArray(value) ? value : [value]);

/** Different ones, the newest hundred. */
const newest = (values: Json[]): Json[] => [...new Set(values)].slice(-VALUES_MAX);

function increased(standing: Json | undefined, by: Json, sign: 1 | -1): Json {
	if (typeof by !== 'number') throw new RecordError(512, '$incr and $decr take a number', RULES.operatorUnknown);
	return (typeof standing === 'number' ? standing : 0) + sign * by;
}

type Operator = (standing: Json | undefined, value: Json) => Json | undefined;

const OPERATORS: Record<string, Operator> = {
	$incr: (standing, value) => increased(standing, value, 1),
	$decr: (standing, value) => increased(standing, value, -1),
	$add: (standing, value) => newest([...listOf(standing), ...listOf(value)]),
	$remove: (standing, value) => listOf(standing).filter((one) => !listOf(value).includes(one)),
	$set: (_standing, value) => (Array.isArray(value) ? newest(value) : value),
	$delete: () => undefined,
};

export const isOperation = (value: Json): value is JsonObject => isJsonObject(value) && Object.keys(value).some((key) => key.startsWith('$'));

/** What the property becomes; undefined where it goes away. */
export function operate(standing: Json | undefined, operation: JsonObject): Json | undefined {
	let result = standing;
	for (const [name, value] of Object.entries(operation)) {
		if (!Object.hasOwn(OPERATORS, name)) throw new RecordError(512, `operator ${name}`, RULES.operatorUnknown);
		result = OPERATORS[name](result, value);
	}
	return result;
}

/** A list sent as a value is a multi-value property. */
export const plain = (value: Json): Json => (Array.isArray(value) ? newest(value) : value);
