import { NodeConnectionTypes, type IExecuteFunctions, type INodeExecutionData, type INodeType, type INodeTypeDescription } from 'n8n-workflow';
import { describe, run } from '../shared/operation';
import { messenger } from './api';
import { testMessengerPage } from './credentialTest';
import { resources } from './resources';

export class Messenger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Facebook Messenger',
		name: 'messenger',
		icon: { light: 'file:../../icons/messenger.svg', dark: 'file:../../icons/messenger.dark.svg' },
		group: ['transform'],
		version: [1],
		defaultVersion: 1,
		subtitle: '={{$parameter["operation"] + ": " + $parameter["resource"]}}',
		description: 'Write to people from a Facebook Page, within the window that Meta allows',
		defaults: { name: 'Facebook Messenger' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		usableAsTool: true,
		credentials: [{ name: 'messengerPageApi', required: true, testedBy: 'testMessengerPage' }],
		properties: describe(resources),
	};

	methods = { credentialTest: { testMessengerPage } };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await run(this, messenger, resources);
	}
}
