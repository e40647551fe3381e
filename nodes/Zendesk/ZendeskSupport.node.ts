import { NodeConnectionTypes, type IExecuteFunctions, type INodeExecutionData, type INodeType, type INodeTypeDescription } from 'n8n-workflow';
import { describe, run } from '../shared/operation';
import { zendesk } from './api';
import { authenticationChoice } from './authentication';
import { resourceMapping } from './customFields/resourceMapping';
import { listSearch } from './listSearch';
import { resources } from './resources';

export class ZendeskSupport implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Zendesk Support',
		name: 'zendeskSupport',
		icon: { light: 'file:../../icons/zendesk.svg', dark: 'file:../../icons/zendesk.dark.svg' },
		group: ['transform'],
		version: [1],
		defaultVersion: 1,
		subtitle: '={{$parameter["operation"] + ": " + $parameter["resource"]}}',
		description: 'Keep a customer conversation on one Zendesk ticket; work with tickets, users, triggers and webhooks',
		defaults: { name: 'Zendesk Support' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		usableAsTool: true,
		credentials: [
			{ name: 'zendeskSupportOAuth2Api', required: true, displayOptions: { show: { authentication: ['oAuth2'] } } },
			{ name: 'zendeskSupportApi', required: true, displayOptions: { show: { authentication: ['apiToken'] } } },
			// For Zendesk to call Braze by itself, as in Braze's own guide.
			{ name: 'brazeMessagingApi', required: true, displayOptions: { show: { resource: ['integration'], operation: ['setUp', 'tearDown'], way: ['direct'] } } },
		],
		properties: describe(resources, [authenticationChoice]),
	};

	methods = { listSearch, resourceMapping };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await run(this, zendesk, resources);
	}
}
