import {
	NodeConnectionTypes,
	type IHookFunctions,
	type INodeType,
	type INodeTypeDescription,
	type IWebhookFunctions,
	type IWebhookResponseData,
} from 'n8n-workflow';
import { textList } from '../shared/schema/values';
import { forPublishing } from '../shared/transport/forPublishing';
import { refused } from '../shared/webhook/intake';
import { CHAT, NOTIFICATIONS } from './api';
import { testSendbirdChat, testSendbirdNotifications } from './credentialTest';
import { receiveStatuses } from './deliveryStatus/receive';
import type { StatusSecrets } from './deliveryStatus/trust';
import { triggerFields, type Source } from './triggerFields';
import { holdsAll } from './webhooks/categories';
import { receiveWebhook } from './webhooks/receive';
import { isRegistered, register, unregister, type Remembered, type Wanted } from './webhooks/registration';

type Context = IHookFunctions | IWebhookFunctions;

const sourceOf = (context: Context): Source => context.getNodeParameter('source', 'deliveryStatus') as Source;

const listOf = (context: Context, name: string): string[] => textList.parse(context.getNodeParameter(name, ''));

const eventsOf = (context: Context): string[] => [...listOf(context, 'events'), ...listOf(context, 'otherEvents')];

const wantedBy = (context: IHookFunctions): Wanted => ({ events: eventsOf(context), includeMembers: context.getNodeParameter('includeMembers', false) === true });

const memoryOf = (context: IHookFunctions): Remembered => context.getWorkflowStaticData('node');

const endpointOf = (context: IHookFunctions): string => context.getNodeWebhookUrl('default') ?? '';

/** Only Chat's webhook can be set by an API; the others are typed into the Dashboard. */
const isRegisteredByUs = (context: IHookFunctions): boolean => sourceOf(context) === 'chatWebhooks';

export class SendbirdTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Sendbird Trigger',
		name: 'sendbirdTrigger',
		icon: { light: 'file:../../icons/sendbird.svg', dark: 'file:../../icons/sendbird.dark.svg' },
		group: ['trigger'],
		version: [1],
		defaultVersion: 1,
		subtitle: '={{$parameter["source"]}}',
		description: 'Starts when a notification is sent or read, or when something happens in a channel',
		defaults: { name: 'Sendbird Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main, NodeConnectionTypes.Main],
		outputNames: ['Event', 'Unreadable'],
		credentials: [
			{ name: 'sendbirdChatApi', required: true, testedBy: 'testSendbirdChat', displayOptions: { show: { source: ['chatWebhooks'] } } },
			{ name: 'sendbirdNotificationsApi', required: true, testedBy: 'testSendbirdNotifications', displayOptions: { show: { source: ['deliveryStatus', 'notificationWebhooks'] } } },
		],
		webhooks: [
			{ name: 'default', httpMethod: 'POST', path: 'webhook', responseMode: 'onReceived', responseData: 'noData' },
			// Sendbird appends the path of Braze's or CleverTap's API to the base URL it was given. n8n's types know two names; which of the two was called, the sign-in tells.
			{ name: 'setup', httpMethod: 'POST', path: 'webhook/users/track', responseMode: 'onReceived', responseData: 'noData', ndvHideUrl: true },
			{ name: 'setup', httpMethod: 'POST', path: 'webhook/1/upload', responseMode: 'onReceived', responseData: 'noData', ndvHideUrl: true },
		],
		properties: triggerFields,
	};

	methods = { credentialTest: { testSendbirdChat, testSendbirdNotifications } };

	webhookMethods = {
		default: {
			async checkExists(this: IHookFunctions): Promise<boolean> {
				if (!isRegisteredByUs(this)) return true;
				return await forPublishing(this, isRegistered(this, endpointOf(this), wantedBy(this), memoryOf(this)));
			},
			async create(this: IHookFunctions): Promise<boolean> {
				if (isRegisteredByUs(this)) await forPublishing(this, register(this, endpointOf(this), wantedBy(this), memoryOf(this)));
				return true;
			},
			async delete(this: IHookFunctions): Promise<boolean> {
				if (isRegisteredByUs(this)) await forPublishing(this, unregister(this, endpointOf(this), memoryOf(this)));
				return true;
			},
		},
	};

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		const source = sourceOf(this);
		if (source === 'deliveryStatus') return await receiveStatuses(this, await this.getCredentials<StatusSecrets>('sendbirdNotificationsApi'));
		if (this.getWebhookName() !== 'default') return refused(this, 'this trigger takes webhooks, and no delivery status');
		if (source === 'notificationWebhooks') {
			const { signingSecret, apiToken } = await this.getCredentials<{ signingSecret?: string; apiToken?: string }>('sendbirdNotificationsApi');
			return await receiveWebhook(this, { vendor: NOTIFICATIONS, key: signingSecret || apiToken, isWanted: () => true, ignored: [] });
		}
		const { signingToken, apiToken } = await this.getCredentials<{ signingToken?: string; apiToken?: string }>('sendbirdChatApi');
		const wanted = eventsOf(this);
		return await receiveWebhook(this, { vendor: CHAT, key: signingToken || apiToken, isWanted: (category) => holdsAll(wanted, [category]), ignored: listOf(this, 'ignoredSenders') });
	}
}
