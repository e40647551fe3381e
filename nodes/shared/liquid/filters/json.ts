import { toPlain } from '../render/plain';
import { charge, isNil, property, textOf, type FilterGroup } from './filter';

export const jsonFilters: FilterGroup = {
	/** Text safe inside a JSON string: quotes, backslashes and control characters escaped, no quotes around it. */
	json_escape(value) {
		return JSON.stringify(textOf(this, value)).slice(1, -1);
	},
	/** JSON text to a value; text that is not JSON gives nil [unsure]. */
	json_parse(value) {
		if (typeof value !== 'string') return value;
		charge(this, value.length);
		try {
			return JSON.parse(value);
		} catch {
			return undefined;
		}
	},
	as_json_string(value) {
		const text = JSON.stringify(isNil(value) ? null : toPlain(value));
		charge(this, text.length);
		return text;
	},
	/** The value under a key of a hash; the key may be a variable. */
	property_accessor(value, key) {
		return property(this, value, key);
	},
};
