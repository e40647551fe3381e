import {
	NodeConnectionTypes,
	type IHookFunctions,
	type INodeType,
	type INodeTypeDescription,
	type IWebhookFunctions,
	type IWebhookResponseData,
} from 'n8n-workflow';
import { forPublishing } from '../shared/transport/forPublishing';
import { dropped, refused, started, startedWithFailure } from '../shared/webhook/intake';
import { header, rawBody } from '../shared/webhook/rawRequest';
import { Repeats } from '../shared/webhook/repeats';
import { distrust } from './signature';
import { COMMENT_ADDED, readTicketEvent, STATUS_CHANGED, type Wish } from './ticketEvent';
import { isRegistered, register, unregister, type Remembered } from './webhookRegistration';

const repeats = new Repeats();

const subscriptionsFor = (context: IHookFunctions): string[] => [context.getNodeParameter('event') === 'agentReply' ? COMMENT_ADDED : STATUS_CHANGED];

const memoryOf = (context: IHookFunctions | IWebhookFunctions): Remembered => context.getWorkflowStaticData('node');

const endpointOf = (context: IHookFunctions): string => context.getNodeWebhookUrl('default') ?? '';

export class ZendeskSupportTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Zendesk Support Trigger',
		name: 'zendeskSupportTrigger',
		icon: { light: 'file:../../icons/zendesk.svg', dark: 'file:../../icons/zendesk.dark.svg' },
		group: ['trigger'],
		version: [1],
		defaultVersion: 1,
		subtitle: '={{$parameter["event"] === "agentReply" ? "agent reply" : "status changed"}}',
		description: 'Starts when an agent answers, or the status changes, on a ticket of a conversation',
		defaults: { name: 'Zendesk Support Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main, NodeConnectionTypes.Main],
		outputNames: ['Event', 'Unreadable'],
		credentials: [{ name: 'zendeskSupportOAuth2Api', required: true }],
		webhooks: [{ name: 'default', httpMethod: 'POST', path: 'webhook', responseMode: 'onReceived', responseData: 'noData' }],
		properties: [
			{
				displayName: 'Publishing this workflow makes a webhook in your Zendesk and unpublishing removes it; other webhooks are not touched. Zendesk must be able to reach n8n\'s webhook URL.',
				name: 'notice',
				type: 'notice',
				default: '',
			},
			{
				displayName: 'Event',
				name: 'event',
				type: 'options',
				options: [
					{ name: 'Agent Reply', value: 'agentReply', description: 'A public comment by staff' },
					{ name: 'Status Changed', value: 'statusChanged', description: 'The ticket\'s status became another' },
				],
				default: 'agentReply',
			},
			{
				displayName: 'Channel',
				name: 'channel',
				type: 'string',
				default: 'sms',
				required: true,
				description: 'Only tickets whose external ID begins with this channel count, so an answer to an e-mail never goes out as an SMS',
			},
			{
				displayName: 'Statuses',
				name: 'statuses',
				type: 'multiOptions',
				displayOptions: { show: { event: ['statusChanged'] } },
				options: [
					{ name: 'Closed', value: 'closed' },
					{ name: 'New', value: 'new' },
					{ name: 'On-Hold', value: 'hold' },
					{ name: 'Open', value: 'open' },
					{ name: 'Pending', value: 'pending' },
					{ name: 'Solved', value: 'solved' },
				],
				default: ['solved'],
				description: 'The new statuses that count; none chosen: all',
			},
			{
				displayName: 'Time Window (Seconds)',
				name: 'windowSeconds',
				type: 'number',
				typeOptions: { minValue: 30, maxValue: 86400 },
				default: 300,
				description: 'How old a delivery\'s signature may be. Zendesk does not say whether it signs anew when it tries again; raise this if late deliveries are refused.',
			},
		],
	};

	webhookMethods = {
		default: {
			async checkExists(this: IHookFunctions): Promise<boolean> {
				return await forPublishing(this, isRegistered(this, endpointOf(this), subscriptionsFor(this), memoryOf(this)));
			},
			async create(this: IHookFunctions): Promise<boolean> {
				await forPublishing(this, register(this, endpointOf(this), subscriptionsFor(this), memoryOf(this)));
				return true;
			},
			async delete(this: IHookFunctions): Promise<boolean> {
				await forPublishing(this, unregister(this, memoryOf(this)));
				return true;
			},
		},
	};

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		const body = await rawBody(this);
		const signed = { signature: header(this, 'x-zendesk-webhook-signature'), timestamp: header(this, 'x-zendesk-webhook-signature-timestamp'), body };
		const reason = distrust(signed, memoryOf(this).secret, Number(this.getNodeParameter('windowSeconds')));
		if (reason !== undefined) return refused(this, reason);

		const deliveryId = header(this, 'x-zendesk-webhook-invocation-id') ?? '';
		const wish: Wish = {
			channel: String(this.getNodeParameter('channel')),
			event: this.getNodeParameter('event') === 'agentReply' ? 'agentReply' : 'statusChanged',
			statuses: [this.getNodeParameter('statuses', [])].flat().map(String),
		};
		const read = readTicketEvent(body.toString('utf8'), deliveryId, wish);
		if (read.kind === 'not ours') return dropped;
		if (read.kind === 'unreadable') return startedWithFailure(this, read.failure);
		const { dedupeKey } = read.event;
		if (repeats.isRepeat(`${this.getWorkflow().id} ${this.getNode().id} ${dedupeKey}`)) return dropped;
		return started([read.event]);
	}
}
