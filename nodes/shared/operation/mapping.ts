import type { INodeParameterResourceLocator, ResourceMapperTypeOptions } from 'n8n-workflow';
import { z } from '../schema';
import { isObject } from '../text/isObject';
import type { Field } from './field';

export interface MappingLook {
	displayName: string;
	description?: string;
	/** Names a method of the node's `resourceMapping`. */
	method: string;
	/** "field", "fields": what is mapped. */
	words: { singular: string; plural: string };
	/** Fields whose change loads the mapped ones anew. */
	dependsOn?: string[];
}

const mapped = z.object({
	mappingMode: z.enum(['defineBelow', 'autoMapInputData']).default('defineBelow'),
	value: z.record(z.unknown()).nullish(),
	schema: z.array(z.object({ id: z.string(), removed: z.boolean().optional() })).default([]),
});

/** What the runner hands over for "Map Automatically": the item's own values beside the form's. */
export interface WithItem {
	form: unknown;
	json: Record<string, unknown>;
}

const isWithItem = (value: unknown): value is WithItem => isObject(value) && 'form' in value && 'json' in value;

function valuesOf(value: unknown, context: z.RefinementCtx): Record<string, unknown> {
	const { form, json } = isWithItem(value) ? value : { form: value, json: {} };
	const parsed = mapped.safeParse(form ?? {});
	if (!parsed.success) {
		context.addIssue({ code: 'custom', message: 'must be a mapping, as the form makes it' });
		return {};
	}
	const { mappingMode, value: typed, schema } = parsed.data;
	const all = mappingMode === 'autoMapInputData' ? json : (typed ?? {});
	const known = new Set(schema.filter(({ removed }) => removed !== true).map(({ id }) => id));
	// Names that the vendor does not know are left out of an automatic mapping; what a person typed is kept.
	return Object.fromEntries(Object.entries(all).filter(([name, entry]) => entry !== null && entry !== undefined && (mappingMode === 'defineBelow' || known.has(name))));
}

/** Names and values that the vendor itself lists: its custom fields, a template's variables. Blank ones are absent. */
export function mapping(about: MappingLook): Field<Record<string, unknown>> {
	const { displayName, description, method, words, dependsOn } = about;
	const resourceMapper: ResourceMapperTypeOptions = {
		resourceMapperMethod: method,
		mode: 'add',
		fieldWords: words,
		addAllFields: false,
		multiKeyMatch: false,
		supportAutoMap: true,
	};
	return {
		property: {
			displayName,
			description,
			type: 'resourceMapper',
			noDataExpression: true,
			default: { mappingMode: 'defineBelow', value: null } as unknown as INodeParameterResourceLocator,
			typeOptions: { resourceMapper, loadOptionsDependsOn: dependsOn },
		},
		holds: 'item',
		schema: z.unknown().transform(valuesOf),
	};
}
