import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { shortCutOf, withShortCut, z, type Schema } from '../schema';
import * as values from '../schema/values';
import { HIDDEN, look, type Field, type FieldSet, type Look } from './field';

export { binary } from './binary';
export { mapping } from './mapping';
export { moment, optionalMoment } from './moment';
export { namedValues } from './namedValues';
export { rows } from './rows';

type Kind<T> = { schema: Schema<T>; required: boolean };

const stringField =
	<T>({ schema, required }: Kind<T>, typeOptions?: INodeProperties['typeOptions']) =>
	(about: Look): Field<T> => ({
		property: { ...look(about), type: 'string', default: about.initial ?? '', required: required || undefined, typeOptions },
		schema,
	});

const ROWS = { rows: 4 };

export const requiredText = stringField({ schema: values.requiredText, required: true }, ROWS);
export const optionalText = stringField({ schema: values.optionalText, required: false }, ROWS);
export const requiredId = stringField({ schema: values.identifier, required: true });
export const optionalId = stringField({ schema: values.optionalIdentifier, required: false });
export const numericId = stringField({ schema: values.numericId, required: true });
export const optionalNumericId = stringField({ schema: values.optionalNumericId, required: false });
export const optionalPhone = stringField({ schema: values.optionalPhone, required: false });
export const optionalEmail = stringField({ schema: values.optionalEmail, required: false });
/** Comma-separated; an expression may also yield an array. */
export const textList = stringField({ schema: values.textList, required: false });

export function toggle(about: Omit<Look, 'initial'> & { initial: boolean }): Field<boolean> {
	return {
		property: { ...look({ ...about, initial: undefined }), type: 'boolean', default: about.initial },
		schema: z.preprocess((value) => (value === 'true' ? true : value === 'false' ? false : value), z.boolean({ errorMap: () => ({ message: 'must be true or false' }) })),
	};
}

export function wholeNumber(about: Omit<Look, 'initial'> & { initial: number; min: number; max: number }): Field<number> {
	const { min, max, initial } = about;
	return {
		property: { ...look({ ...about, initial: undefined }), type: 'number', default: initial, typeOptions: { minValue: min, maxValue: max } },
		schema: z.coerce
			.number({ invalid_type_error: 'must be a number' })
			.int('must be a whole number')
			.min(min, `must be ${min} or more`)
			.max(max, `must be ${max} or less`),
	};
}

/** A number with decimals; blank means none. */
export function decimal(about: Omit<Look, 'initial'> & { min?: number; max?: number; decimals?: number }): Field<number | undefined> {
	const { min = -Infinity, max = Infinity, decimals = 2 } = about;
	const number = z.coerce.number({ invalid_type_error: 'must be a number' }).min(min, `must be ${min} or more`).max(max, `must be ${max} or less`);
	return {
		property: { ...look(about), type: 'number', default: '', typeOptions: { numberPrecision: decimals } },
		schema: z.preprocess((value) => (value === '' || value === null ? undefined : value), number.optional()),
	};
}

/** Some of a few. */
export function choices<const O extends ReadonlyArray<{ name: string; value: string; description?: string }>>(
	about: Omit<Look, 'initial'> & { options: O; initial: ReadonlyArray<O[number]['value']> },
): Field<Array<O[number]['value']>> {
	const allowed = about.options.map((option) => option.value);
	const isAllowed = (value: unknown): value is O[number]['value'] => allowed.some((option) => option === value);
	const one = z.custom<O[number]['value']>(isAllowed, { message: `must be one of ${allowed.join(', ')}` });
	return {
		property: { ...look({ ...about, initial: undefined }), type: 'multiOptions', options: about.options.map((option): INodePropertyOptions => ({ ...option })), default: [...about.initial] },
		schema: z.preprocess((value) => (value === undefined || value === null || value === '' ? [] : [value].flat()), z.array(one)),
	};
}

/** One of a few; `value` undefined in the answer where the user left the empty choice. */
export function choice<const O extends ReadonlyArray<{ name: string; value: string; description?: string }>>(
	about: Look & { options: O; initial: O[number]['value'] },
): Field<O[number]['value']> {
	const allowed = about.options.map((option) => option.value) as [O[number]['value'], ...Array<O[number]['value']>];
	return {
		property: { ...look(about), type: 'options', options: about.options.map((option): INodePropertyOptions => ({ ...option })), default: about.initial },
		schema: z.enum(allowed, { errorMap: () => ({ message: `must be one of ${allowed.join(', ')}` }) }) as unknown as Schema<O[number]['value']>,
	};
}

export function jsonObject(about: Look): Field<Record<string, unknown>> {
	return { property: { ...look(about), type: 'json', default: about.initial ?? '{}' }, schema: values.jsonObject };
}

/** Any list, given as one or as its JSON text. */
export function jsonArray(about: Look): Field<unknown[]> {
	return { property: { ...look(about), type: 'json', default: about.initial ?? '[]' }, schema: values.jsonArray };
}

/** Something to pick from a list that the vendor gives, or to type as an id. `search` names a method of the node's `listSearch`. */
export function pick(about: Look & { search: string; idPlaceholder: string; required: boolean }): Field<string> {
	return {
		property: {
			...look(about),
			type: 'resourceLocator',
			default: { mode: 'list', value: '' },
			required: about.required || undefined,
			modes: [
				{ displayName: 'From List', name: 'list', type: 'list', typeOptions: { searchListMethod: about.search, searchable: true } },
				{ displayName: 'By ID', name: 'id', type: 'string', placeholder: about.idPlaceholder },
			],
		},
		schema: values.identifier,
	};
}

/** As `pick`, where nothing may be chosen. */
export function optionalPick(about: Omit<Parameters<typeof pick>[0], 'required'>): Field<string | undefined> {
	return { property: pick({ ...about, required: false }).property, schema: values.optionalIdentifier };
}

type Partly<F extends FieldSet> = { [Name in keyof F]?: F[Name] extends Field<infer T> ? T : never };

/** Fields that most people leave alone, behind one "Add …" button. Those not added are absent. */
export function extras<F extends FieldSet>(about: { displayName: string; placeholder: string; fields: F }): Field<Partly<F>> {
	const schemas = Object.fromEntries(
		Object.entries(about.fields).map(([name, field]) => [name, field.schema.optional()]),
	);
	const options = Object.entries(about.fields)
		.map(([name, field]): INodeProperties => ({ ...field.property, name, required: undefined }))
		.sort((a, b) => a.displayName.localeCompare(b.displayName));
	return {
		property: { displayName: about.displayName, placeholder: about.placeholder, type: 'collection', default: {}, options },
		schema: z.preprocess((value) => value ?? {}, z.object(schemas)) as unknown as Schema<Partly<F>>,
	};
}

/**
 * The same field, shown only where other fields of the operation have these values; absent elsewhere. Not marked as required: where the other field is an
 * expression n8n cannot tell and would refuse to publish. The operation's `check` asks for it.
 */
export function shownWhen<T>(show: Record<string, Array<string | boolean>>, field: Field<T>): Field<T | undefined> {
	return {
		...field,
		property: { ...field.property, required: undefined, displayOptions: { show } },
		schema: withShortCut(z.preprocess((value) => (value === HIDDEN || value === '' ? undefined : value), field.schema.optional()), shortCutOf(field.schema)),
	};
}

/** The same field, in which n8n reads no expression: for texts that hold the same braces. */
export const literal = <T>(field: Field<T>): Field<T> => ({ ...field, property: { ...field.property, noDataExpression: true } });
