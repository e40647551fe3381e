import { NodeConnectionTypes, type INodeType, type INodeTypeDescription, type IWebhookFunctions, type IWebhookResponseData } from 'n8n-workflow';
import { dropped, refused, startedWithBoth, startedWithFailure } from '../shared/webhook/intake';
import { header, rawBody } from '../shared/webhook/rawRequest';
import { Repeats } from '../shared/webhook/repeats';
import { testCleverTapMessaging } from './credentialTest';
import type { DedupeBy, Deduping } from './intake/dedupe';
import { readWebhook } from './intake/readWebhook';
import { distrust } from './intake/trust';
import { triggerFields } from './triggerFields';

const repeats = new Repeats();

const dedupingOf = (context: IWebhookFunctions): Deduping => ({
	by: String(context.getNodeParameter('dedupeBy', 'keyValue')) as DedupeBy,
	keyValue: String(context.getNodeParameter('dedupeKeyValue', 'message_id')).trim(),
});

export class CleverTapTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'CleverTap Trigger',
		name: 'cleverTapTrigger',
		icon: { light: 'file:../../icons/clevertap.svg', dark: 'file:../../icons/clevertap.dark.svg' },
		group: ['trigger'],
		version: [1],
		defaultVersion: 1,
		subtitle: 'webhook campaign',
		description: 'Starts when a CleverTap campaign or journey posts to a webhook, with one item a customer',
		defaults: { name: 'CleverTap Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main, NodeConnectionTypes.Main],
		outputNames: ['Customer', 'Unreadable'],
		credentials: [{ name: 'cleverTapMessagingApi', required: true, testedBy: 'testCleverTapMessaging' }],
		// CleverTap waits for 3 seconds.
		webhooks: [{ name: 'default', httpMethod: 'POST', path: 'webhook', responseMode: 'onReceived', responseData: 'noData' }],
		properties: triggerFields,
	};

	methods = { credentialTest: { testCleverTapMessaging } };

	/** CleverTap has no API to register a webhook at: the marketer pastes the URL. */
	webhookMethods = {
		default: {
			checkExists: async (): Promise<boolean> => true,
			create: async (): Promise<boolean> => true,
			delete: async (): Promise<boolean> => true,
		},
	};

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		const { webhookSecret } = await this.getCredentials<{ webhookSecret?: string }>('cleverTapMessagingApi');
		const distrusted = distrust(webhookSecret, (name) => header(this, name));
		if (distrusted !== undefined) return refused(this, distrusted);

		const read = readWebhook((await rawBody(this)).toString('utf8'), new Date(), dedupingOf(this));
		if (!read.ok) return startedWithFailure(this, read.failure);
		if (read.isTest) return this.getNodeParameter('emitTest', false) === true ? startedWithBoth(read.events, read.failures) : dropped;
		const place = `${this.getWorkflow().id} ${this.getNode().id}`;
		const fresh = read.events.filter(({ dedupeKey }) => dedupeKey === '' || !repeats.isRepeat(`${place} ${dedupeKey}`));
		return fresh.length + read.failures.length === 0 ? dropped : startedWithBoth(fresh, read.failures);
	}
}
