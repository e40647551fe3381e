import {
	NodeConnectionTypes,
	type IHookFunctions,
	type INodeType,
	type INodeTypeDescription,
	type IWebhookFunctions,
	type IWebhookResponseData,
} from 'n8n-workflow';
import { forPublishing } from '../shared/transport/forPublishing';
import { dropped, refused, startedWithBoth } from '../shared/webhook/intake';
import { header, rawBody } from '../shared/webhook/rawRequest';
import { Repeats } from '../shared/webhook/repeats';
import { testMessengerPage } from './credentialTest';
import { readDelivery } from './events/readDelivery';
import { distrust } from './signature';
import { isRegistered, register, unregister, type Remembered } from './subscription/registration';
import { WEBHOOK_FIELDS } from './subscription/webhookFields';
import { verifyCallback } from './verification';

const repeats = new Repeats();

const fieldsOf = (context: IHookFunctions | IWebhookFunctions): string[] => [context.getNodeParameter('webhookFields', [])].flat().map(String);

const memoryOf = (context: IHookFunctions): Remembered => context.getWorkflowStaticData('node');

const endpointOf = (context: IHookFunctions): string => context.getNodeWebhookUrl('default') ?? '';

export class MessengerTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Facebook Messenger Trigger',
		name: 'messengerTrigger',
		icon: { light: 'file:../../icons/messenger.svg', dark: 'file:../../icons/messenger.dark.svg' },
		group: ['trigger'],
		version: [1],
		defaultVersion: 1,
		subtitle: '={{$parameter["webhookFields"].join(", ")}}',
		description: 'Starts when a person writes to a Facebook Page or does something in its conversation',
		defaults: { name: 'Facebook Messenger Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main, NodeConnectionTypes.Main],
		outputNames: ['Event', 'Unreadable'],
		credentials: [{ name: 'messengerPageApi', required: true, testedBy: 'testMessengerPage' }],
		webhooks: [
			// Before `default`: Meta asks it while `default` is being registered.
			{ name: 'setup', httpMethod: 'GET', path: 'webhook', responseMode: 'onReceived' },
			{ name: 'default', httpMethod: 'POST', path: 'webhook', responseMode: 'onReceived', responseData: 'noData' },
		],
		properties: [
			{
				displayName: 'Publishing this workflow subscribes the app and the Page of the credential to n8n. A Meta app has one callback: make this the only intake and call other workflows as sub-workflows. Meta must reach n8n\'s webhook URL with a valid certificate.',
				name: 'notice',
				type: 'notice',
				default: '',
			},
			{
				displayName: 'Webhook Fields',
				name: 'webhookFields',
				type: 'multiOptions',
				options: [...WEBHOOK_FIELDS],
				default: ['messages', 'messaging_postbacks', 'messaging_optins', 'messaging_referrals'],
				required: true,
				description: 'What Meta tells; each event becomes one item. Publish again after a change.',
			},
			{
				displayName: 'Only This Page',
				name: 'onlyThisPage',
				type: 'boolean',
				default: true,
				description: 'Whether events of other Pages of the app are dropped; a PSID holds for its own Page only',
			},
		],
	};

	methods = { credentialTest: { testMessengerPage } };

	webhookMethods = {
		default: {
			async checkExists(this: IHookFunctions): Promise<boolean> {
				return await forPublishing(this, isRegistered(this, endpointOf(this), fieldsOf(this), memoryOf(this)));
			},
			async create(this: IHookFunctions): Promise<boolean> {
				await forPublishing(this, register(this, endpointOf(this), fieldsOf(this), memoryOf(this)));
				return true;
			},
			async delete(this: IHookFunctions): Promise<boolean> {
				await forPublishing(this, unregister(this, endpointOf(this), memoryOf(this)));
				return true;
			},
		},
	};

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		const { appSecret, verifyToken, pageId } = await this.getCredentials<{ appSecret?: string; verifyToken?: string; pageId?: string }>('messengerPageApi');
		if (this.getWebhookName() === 'setup') return verifyCallback(this, verifyToken);

		const body = await rawBody(this);
		const reason = distrust(body, header(this, 'x-hub-signature-256'), appSecret);
		if (reason !== undefined) return refused(this, reason);

		const onlyThisPage = this.getNodeParameter('onlyThisPage', true) === true;
		const { events, failures } = readDelivery(body.toString('utf8'), { fields: fieldsOf(this), pageId: onlyThisPage ? pageId : undefined });
		const place = `${this.getWorkflow().id} ${this.getNode().id}`;
		const fresh = events.filter(({ dedupeKey }) => dedupeKey === '' || !repeats.isRepeat(`${place} ${dedupeKey}`));
		// Answered 200 whatever we could not read: Meta unsubscribes the app after an hour of anything else.
		return fresh.length + failures.length === 0 ? dropped : startedWithBoth(fresh, failures);
	}
}
