import { NodeConnectionTypes, type IExecuteFunctions, type INodeExecutionData, type INodeType, type INodeTypeDescription } from 'n8n-workflow';
import { describe, run } from '../shared/operation';
import { sendbirdChat } from './api';
import { testSendbirdChat, testSendbirdNotifications } from './credentialTest';
import { searchGroupChannels, searchTemplates } from './listSearch';
import { templateVariables } from './resourceMapping';
import { CHAT_RESOURCES, NOTIFICATIONS_RESOURCES, resources } from './resources';

export class Sendbird implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Sendbird',
		name: 'sendbird',
		icon: { light: 'file:../../icons/sendbird.svg', dark: 'file:../../icons/sendbird.dark.svg' },
		group: ['transform'],
		version: [1],
		defaultVersion: 1,
		subtitle: '={{$parameter["operation"] + ": " + $parameter["resource"]}}',
		description: 'Send in-app notifications, and manage users, channels and messages',
		defaults: { name: 'Sendbird' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		usableAsTool: true,
		credentials: [
			{ name: 'sendbirdChatApi', required: true, testedBy: 'testSendbirdChat', displayOptions: { show: { resource: CHAT_RESOURCES } } },
			{ name: 'sendbirdNotificationsApi', required: true, testedBy: 'testSendbirdNotifications', displayOptions: { show: { resource: NOTIFICATIONS_RESOURCES } } },
		],
		properties: describe(resources),
	};

	methods = {
		credentialTest: { testSendbirdChat, testSendbirdNotifications },
		listSearch: { searchGroupChannels, searchTemplates },
		resourceMapping: { templateVariables },
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await run(this, sendbirdChat, resources);
	}
}
