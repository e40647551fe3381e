import { NodeConnectionTypes, type IDataObject, type IExecuteFunctions, type INodeExecutionData, type INodeParameters, type INodeType } from 'n8n-workflow';
import { describe as form, run, type Operation, type Resources } from '../../nodes/shared/operation';
import { runNode, type Ran } from './engine';
import type { NodeSetup } from './n8n';
import { HOST, KEY, vendor } from './probeVendor';

/** A node of the tests' own with one operation, made as the real nodes are. */
export function probeNode(operation: Operation): INodeType {
	const resources: Resources = { thing: { name: 'Thing', operations: { act: operation } } };
	return {
		description: {
			displayName: 'Probe',
			name: 'probe',
			group: ['transform'],
			version: 1,
			description: '',
			defaults: { name: 'Probe' },
			inputs: [NodeConnectionTypes.Main],
			outputs: [NodeConnectionTypes.Main],
			credentials: [{ name: 'brazeMessagingApi', required: true }],
			properties: form(resources),
		},
		async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
			return await run(this, vendor, resources);
		},
	};
}

export async function runOperation(operation: Operation, parameters: INodeParameters, items: IDataObject[], settings: NodeSetup['settings'] = {}): Promise<Ran> {
	return await runNode({
		nodeType: probeNode(operation),
		parameters: { resource: 'thing', operation: 'act', ...parameters },
		items,
		credentials: { brazeMessagingApi: { instance: 'custom', baseUrl: HOST, apiKey: KEY } },
		settings,
	});
}
