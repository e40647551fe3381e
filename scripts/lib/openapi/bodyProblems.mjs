/** What of a body an OpenAPI 3.0 schema does not know: names, kinds and choices. Lengths and patterns are not looked at. */

const kindOf = (value) => (Array.isArray(value) ? 'array' : value === null ? 'null' : Number.isInteger(value) ? 'integer' : typeof value);

const fits = (kind, type) => type === undefined || kind === type || (type === 'number' && kind === 'integer');

const shown = (value) => JSON.stringify(value).slice(0, 60);

/** `$ref` followed and `allOf` put together: one flat schema. */
function flat(schema, resolve) {
	const own = schema?.$ref ? resolve(schema.$ref) : (schema ?? {});
	if (own.$ref) return flat(own, resolve);
	if (!own.allOf) return own;
	const parts = [{ ...own, allOf: undefined }, ...own.allOf.map((part) => flat(part, resolve))];
	return {
		...Object.assign({}, ...parts),
		properties: Object.assign({}, ...parts.map(({ properties }) => properties)),
		nullable: parts.some(({ nullable }) => nullable),
		// Free as soon as one of the parts is.
		additionalProperties: parts.map(({ additionalProperties }) => additionalProperties).find((more) => more !== undefined && more !== false),
	};
}

function objectProblems(value, schema, at, resolve) {
	const { properties = {}, additionalProperties: more } = schema;
	const isFree = Object.keys(properties).length === 0 || more === true;
	return Object.entries(value).flatMap(([name, inner]) => {
		const where = at === '' ? name : `${at}.${name}`;
		if (properties[name]?.readOnly) return [`${where}: is read-only there`];
		if (properties[name]) return bodyProblems(inner, properties[name], where, resolve);
		if (typeof more === 'object') return bodyProblems(inner, more, where, resolve);
		return isFree ? [] : [`${where}: no such property`];
	});
}

/**
 * @param {unknown} value
 * @param {object} given the schema
 * @param {string} at where in the body
 * @param {(ref: string) => object} resolve
 * @returns {string[]}
 */
export function bodyProblems(value, given, at, resolve) {
	const schema = flat(given, resolve);
	const ways = schema.oneOf ?? schema.anyOf;
	if (ways) {
		const common = { ...schema, oneOf: undefined, anyOf: undefined };
		const tried = ways.map((way) => bodyProblems(value, schema.properties ? { allOf: [common, way] } : way, at, resolve));
		return tried.sort((one, other) => one.length - other.length)[0] ?? [];
	}
	const kind = kindOf(value);
	if (kind === 'null') return schema.nullable || schema.type === undefined || schema.type === 'null' ? [] : [`${at}: null, not ${schema.type}`];
	if (!fits(kind, schema.type)) return [`${at}: ${shown(value)} is no ${schema.type}`];
	if (schema.enum && !schema.enum.includes(value)) return [`${at}: ${shown(value)} is none of ${schema.enum.join(', ')}`];
	if (kind === 'array') return [...new Set(value.flatMap((one) => bodyProblems(one, schema.items ?? {}, `${at}[]`, resolve)))];
	return kind === 'object' ? objectProblems(value, schema, at, resolve) : [];
}
