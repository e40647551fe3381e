import { isNil, named, type FilterGroup } from './filter';

function isEmpty(value: unknown): boolean {
	if (value === '' || (Array.isArray(value) && value.length === 0)) return true;
	return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}

export const defaultFilter: FilterGroup = {
	/** Fires on nil, false and empty text, arrays and hashes; not on white space. */
	default(value, otherwise, ...rest) {
		const keepFalse = named(rest, 'allow_false') === true;
		return isNil(value) || (value === false && !keepFalse) || isEmpty(value) ? otherwise : value;
	},
};
