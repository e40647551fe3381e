import { NodeConnectionTypes, type IExecuteFunctions, type INodeExecutionData, type INodeType, type INodeTypeDescription } from 'n8n-workflow';
import { braze } from '../Braze/api';
import { describe, run } from '../shared/operation';
import { resources } from './resources';

/** Only a preview with a profile, and content blocks that are not given, need Braze. */
const optionalBraze = { ...braze, credentialIsOptional: true };

export class MessageTemplate implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Message Template',
		name: 'messageTemplate',
		icon: { light: 'file:../../icons/template.svg', dark: 'file:../../icons/template.dark.svg' },
		group: ['transform'],
		version: [1],
		defaultVersion: 1,
		subtitle: '={{$parameter["operation"] + ": " + $parameter["resource"]}}',
		description: 'Render, preview, check and split messages written in the Liquid of Braze, CleverTap or Zendesk',
		defaults: { name: 'Message Template' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		usableAsTool: true,
		credentials: [
			{ name: 'brazeMessagingApi', required: false },
			{ name: 'connectedContentApi', required: false },
		],
		properties: describe(resources),
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await run(this, optionalBraze, resources);
	}
}
