import { NodeConnectionTypes, type IExecuteFunctions, type INodeExecutionData, type INodeType, type INodeTypeDescription } from 'n8n-workflow';
import { describe, run } from '../shared/operation';
import { cleverTap } from './api';
import { testCleverTapMessaging } from './credentialTest';
import { listSearch } from './listSearch';
import { resources } from './resources';

export class CleverTap implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'CleverTap',
		name: 'cleverTap',
		icon: { light: 'file:../../icons/clevertap.svg', dark: 'file:../../icons/clevertap.dark.svg' },
		group: ['transform'],
		version: [1],
		defaultVersion: 1,
		subtitle: '={{$parameter["operation"] + ": " + $parameter["resource"]}}',
		description: 'Upload profiles and events to CleverTap, each item with its own result, trigger campaigns and read figures',
		defaults: { name: 'CleverTap' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		usableAsTool: true,
		credentials: [{ name: 'cleverTapMessagingApi', required: true, testedBy: 'testCleverTapMessaging' }],
		properties: describe(resources),
	};

	methods = { listSearch, credentialTest: { testCleverTapMessaging } };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await run(this, cleverTap, resources);
	}
}
