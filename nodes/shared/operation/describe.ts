import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import type { FieldSet } from './field';
import type { Operation, Resource, Resources } from './operation';

const byName = (a: { name: string }, b: { name: string }): number => a.name.localeCompare(b.name);

/** The two selectors of every node; never expressions, since the form depends on them. */
function selector(displayName: string, name: string, unsorted: INodePropertyOptions[], displayOptions?: INodeProperties['displayOptions']): INodeProperties {
	const options = [...unsorted].sort(byName);
	const [{ value }] = options;
	return { displayName, name, type: 'options', noDataExpression: true, displayOptions, options, default: value };
}

const resourceChoice = (resources: Resources): INodeProperties =>
	selector('Resource', 'resource', Object.entries(resources).map(([value, { name }]) => ({ name, value })));

const operationChoice = (resource: string, { operations }: Resource): INodeProperties =>
	selector(
		'Operation',
		'operation',
		Object.entries(operations).map(([value, { about }]) => ({ name: about.name, value, description: about.description, action: about.action })),
		{ show: { resource: [resource] } },
	);

function fieldsOf(fields: FieldSet, resource: string, operation: string): INodeProperties[] {
	return Object.entries(fields).map(([name, { property }]) => ({
		...property,
		name,
		displayOptions: { ...property.displayOptions, show: { resource: [resource], operation: [operation], ...property.displayOptions?.show } },
	}));
}

/** The switch that lets an AI agent run what deletes or broadcasts; it is off for every new node. */
function toolSwitch(dangerous: Array<[resource: string, operation: string]>): INodeProperties[] {
	return dangerous.map(([resource, operation]) => ({
		displayName: 'Allow as AI Tool',
		name: 'allowAsTool',
		type: 'boolean',
		default: false,
		description: 'Whether an AI agent may run this operation; it deletes, or reaches people beyond the given items',
		displayOptions: { show: { resource: [resource], operation: [operation] } },
	}));
}

const connection: INodeProperties = {
	displayName: 'Connection Options',
	name: 'connection',
	type: 'collection',
	placeholder: 'Add Option',
	default: {},
	options: [
		{
			displayName: 'Answer Timeout (Seconds)',
			name: 'timeout',
			type: 'number',
			typeOptions: { minValue: 1, maxValue: 300 },
			default: 30,
			description: 'How long to wait for one answer. A write whose answer does not come is reported as unknown, never sent again blindly.',
		},
		{
			displayName: 'Longest Wait (Seconds)',
			name: 'longestWait',
			type: 'number',
			typeOptions: { minValue: 0, maxValue: 3600 },
			default: 60,
			description: 'How long one call may wait in all when the vendor asks us to slow down or is unavailable, before the item fails',
		},
	],
};

const entriesOf = (resources: Resources): Array<[string, string, Operation]> =>
	Object.entries(resources).flatMap(([resource, { operations }]) =>
		Object.entries(operations).map(([operation, declared]): [string, string, Operation] => [resource, operation, declared]),
	);

/** A node's whole form, from its declarations; `first` stands above them (how to sign in, where there is a choice). */
export function describe(resources: Resources, first: INodeProperties[] = []): INodeProperties[] {
	const entries = entriesOf(resources);
	return [
		...first,
		resourceChoice(resources),
		...Object.entries(resources).map(([value, resource]) => operationChoice(value, resource)),
		...entries.flatMap(([resource, operation, { about }]) => fieldsOf(about.fields, resource, operation)),
		...toolSwitch(entries.flatMap(([resource, operation, { about }]) => (about.dangerous ? [[resource, operation]] : []))),
		connection,
	];
}
