import { NodeConnectionTypes, type IExecuteFunctions, type INodeExecutionData, type INodeType, type INodeTypeDescription } from 'n8n-workflow';
import { describe, run } from '../shared/operation';
import { braze } from './api';
import { resourceMapping } from './catalogs/resourceMapping';
import { listSearch } from './listSearch';
import { resources } from './resources';

export class Braze implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Braze',
		name: 'braze',
		icon: { light: 'file:../../icons/braze.svg', dark: 'file:../../icons/braze.dark.svg' },
		group: ['transform'],
		version: [1],
		defaultVersion: 1,
		subtitle: '={{$parameter["operation"] + ": " + $parameter["resource"]}}',
		description: 'Write profiles and send campaigns with Braze, each item with its own result',
		defaults: { name: 'Braze' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		usableAsTool: true,
		credentials: [
			{ name: 'brazeMessagingApi', required: true, displayOptions: { hide: { resource: ['scimUser'] } } },
			{ name: 'brazeScimApi', required: true, displayOptions: { show: { resource: ['scimUser'] } } },
		],
		properties: describe(resources),
	};

	methods = { listSearch, resourceMapping };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await run(this, braze, resources);
	}
}
