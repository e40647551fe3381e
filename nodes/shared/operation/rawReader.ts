import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { isObject } from '../text/isObject';
import { binaryOf } from './binary';
import { HIDDEN, type Field } from './fields';
import type { Entry, Operation } from './operation';
import { failed, type Outcome } from './outcome';

/** Whether n8n would compute anything in this parameter: then each item has a value of its own. */
function holdsExpression(parameter: unknown): boolean {
	if (typeof parameter === 'string') return parameter.startsWith('=');
	if (Array.isArray(parameter)) return parameter.some(holdsExpression);
	return isObject(parameter) && Object.values(parameter).some(holdsExpression);
}

/**
 * Reads the raw values of the operation's fields, item by item; an item where an expression fails has that as its outcome.
 * A field in which n8n computes nothing is read once for all items: reading costs n8n some hundredths of a millisecond, ten thousand items have many fields.
 */
export function rawReader(context: IExecuteFunctions, { about }: Operation, items: INodeExecutionData[], vendor: string): (index: number) => Entry | Outcome {
	const { parameters } = context.getNode();
	const sameForAll = new Map<string, unknown>();
	const fields = Object.entries(about.fields).map(([name, field]) => {
		// What is shown may depend on another field's expression.
		const isFixed = field.property.displayOptions === undefined && !holdsExpression(parameters[name]);
		return { name, field, isFixed };
	});

	function parameter(name: string, { property }: Field<unknown>, index: number): unknown {
		const absent = property.displayOptions === undefined ? property.default : HIDDEN;
		return context.getNodeParameter(name, index, absent, { extractValue: property.type === 'resourceLocator' });
	}

	function valueOf(name: string, field: Field<unknown>, isFixed: boolean, index: number): unknown {
		if (!isFixed) return parameter(name, field, index);
		if (!sameForAll.has(name)) sameForAll.set(name, parameter(name, field, index));
		return sameForAll.get(name);
	}

	return (index) => {
		const raw: Record<string, unknown> = {};
		for (const { name, field, isFixed } of fields) {
			try {
				const value = valueOf(name, field, isFixed, index);
				if (field.holds === 'item') raw[name] = { form: value, json: items[index].json };
				else raw[name] = field.holds === 'binary' && typeof value === 'string' ? binaryOf(context, index, value) : value;
			} catch (error) {
				const why = error instanceof Error ? error.message : String(error);
				return failed({
					class: 'invalidInput',
					vendor,
					message: `${field.property.displayName}: ${why}`,
					fix: `Correct the expression in the field "${field.property.displayName}"; nothing was sent for this item.`,
				});
			}
		}
		return { index, raw };
	};
}
