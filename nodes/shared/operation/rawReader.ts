import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { isObject } from '../text/isObject';
import type { Failure } from '../transport/failure';
import { binaryOf } from './binary';
import { HIDDEN, type Field } from './field';
import type { Operation, RawValues } from './operation';
import { ASK_N8N, plainPath } from './plainPath';

/** Whether n8n would compute anything in this parameter: then each item has a value of its own. */
function holdsExpression(parameter: unknown): boolean {
	if (typeof parameter === 'string') return parameter.startsWith('=');
	if (Array.isArray(parameter)) return parameter.some(holdsExpression);
	return isObject(parameter) && Object.values(parameter).some(holdsExpression);
}

type ValueOf = (index: number) => unknown;

/** How one field's value is had for an item: once for all, off the item, or from n8n. */
function valueReader(context: IExecuteFunctions, name: string, { property }: Field<unknown>, items: INodeExecutionData[]): ValueOf {
	const parameter = context.getNode().parameters[name];
	const absent = property.displayOptions === undefined ? property.default : HIDDEN;
	const isLocator = property.type === 'resourceLocator';
	const ask: ValueOf = (index) => {
		// n8n throws where it is to take the value out of a locator that is hidden.
		const shown: unknown = isLocator && absent === HIDDEN ? context.getNodeParameter(name, index, absent) : undefined;
		if (shown === HIDDEN) return HIDDEN;
		return context.getNodeParameter(name, index, absent, { extractValue: isLocator });
	};
	if (!holdsExpression(parameter)) {
		let known: { value: unknown } | undefined;
		return (index) => (known ??= { value: ask(index) }).value;
	}
	const plain = isLocator ? undefined : plainPath(parameter);
	if (plain === undefined) return ask;
	return (index) => {
		const value = plain(items[index].json);
		return value === ASK_N8N ? ask(index) : value;
	};
}

/** Reads the raw values of the operation's fields, item by item. */
export function rawReader(context: IExecuteFunctions, { about }: Operation, items: INodeExecutionData[], vendor: string): (index: number) => RawValues {
	const fields = Object.entries(about.fields).map(([name, field]) => ({ name, field, valueOf: valueReader(context, name, field, items) }));

	return (index) => {
		const values: Record<string, unknown> = {};
		for (const { name, field, valueOf } of fields) {
			try {
				const value = valueOf(index);
				if (field.holds === 'item' && value !== HIDDEN) values[name] = { form: value, json: items[index].json };
				else values[name] = field.holds === 'binary' && typeof value === 'string' ? binaryOf(context, index, value) : value;
			} catch (error) {
				const why = error instanceof Error ? error.message : String(error);
				const failure: Failure = {
					class: 'invalidInput',
					vendor,
					message: `${field.property.displayName}: ${why}`,
					fix: `Correct the expression in the field "${field.property.displayName}"; nothing was sent for this item.`,
				};
				return { ok: false, failure };
			}
		}
		return { ok: true, values };
	};
}
