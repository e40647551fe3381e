import { NodeConnectionTypes, type INodeType, type INodeTypeDescription, type IWebhookFunctions, type IWebhookResponseData } from 'n8n-workflow';
import { dropped, refused, started, startedWithFailure } from '../shared/webhook/intake';
import { header, rawBody } from '../shared/webhook/rawRequest';
import { Repeats } from '../shared/webhook/repeats';
import { bearer, sameSecret } from '../shared/webhook/verify';
import { readCampaignMessage } from './intake/campaignMessage';
import { readInboundMessage } from './intake/inboundMessage';
import { bodyToPaste, campaignBodyToPaste, HEADERS_TO_PASTE } from './intake/pasteTexts';

const repeats = new Repeats();

export class BrazeTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Braze Trigger',
		name: 'brazeTrigger',
		icon: { light: 'file:../../icons/braze.svg', dark: 'file:../../icons/braze.dark.svg' },
		group: ['trigger'],
		version: [1],
		defaultVersion: 1,
		subtitle: '={{$parameter["expects"] === "campaign" ? "campaign or Canvas step" : "customer message"}}',
		description: 'Starts when a Braze webhook campaign or Canvas step posts: a customer\'s SMS, or something to send on',
		defaults: { name: 'Braze Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main, NodeConnectionTypes.Main],
		outputNames: ['Message', 'Unreadable'],
		credentials: [{ name: 'brazeMessagingApi', required: true }],
		webhooks: [{ name: 'default', httpMethod: 'POST', path: 'webhook', responseMode: '={{$parameter["answer"]}}', responseData: 'noData' }],
		properties: [
			{
				displayName: 'What Braze Posts',
				name: 'expects',
				type: 'options',
				noDataExpression: true,
				options: [
					{ name: 'Campaign or Canvas Step', value: 'campaign', description: 'A message for one user that is to be sent on, by Messenger, by Sendbird …' },
					{ name: 'Customer\'s SMS', value: 'customerMessage', description: 'What a customer wrote; without words or a picture it is refused' },
				],
				default: 'customerMessage',
			},
			{
				displayName: 'In Braze, make a webhook campaign (POST, raw text) that is triggered by an inbound SMS: one for your keyword category, one for the category "Other", and one each for "Opt-in" and "Help". Paste this node\'s production URL, and the headers and bodies below. Put the webhook secret of the Braze credential in the place of YOUR_WEBHOOK_SECRET.',
				name: 'notice',
				type: 'notice',
				default: '',
				displayOptions: { show: { expects: ['customerMessage'] } },
			},
			{
				displayName: 'In Braze, make a webhook campaign or a webhook step of a Canvas (POST, raw text). Paste this node\'s production URL, the headers and the body below, and put under "properties" what your message needs. Put the webhook secret of the Braze credential in the place of YOUR_WEBHOOK_SECRET.',
				name: 'campaignNotice',
				type: 'notice',
				default: '',
				displayOptions: { show: { expects: ['campaign'] } },
			},
			{
				displayName: 'Answer Braze',
				name: 'answer',
				type: 'options',
				options: [
					{ name: 'At Once', value: 'onReceived', description: 'What happens afterwards is yours; repeats are dropped in this process' },
					{
						name: 'When the Workflow Has Finished',
						value: 'lastNode',
						description: 'A failure or a crash makes Braze send the message again (5 times in about 30 minutes), so nothing is lost',
					},
				],
				default: 'lastNode',
			},
			{
				displayName: 'Headers to Paste',
				name: 'headersToPaste',
				type: 'string',
				typeOptions: { rows: 2 },
				noDataExpression: true,
				default: HEADERS_TO_PASTE,
				description: 'For copying only: changing it here changes nothing in Braze',
			},
			{
				displayName: 'Body to Paste: Keyword Campaign',
				name: 'firstBodyToPaste',
				type: 'string',
				displayOptions: { show: { expects: ['customerMessage'] } },
				typeOptions: { rows: 6 },
				noDataExpression: true,
				default: bodyToPaste('first'),
				description: 'For copying only: changing it here changes nothing in Braze',
			},
			{
				displayName: 'Body to Paste: Campaign for Other Texts',
				name: 'laterBodyToPaste',
				type: 'string',
				displayOptions: { show: { expects: ['customerMessage'] } },
				typeOptions: { rows: 6 },
				noDataExpression: true,
				default: bodyToPaste('later'),
				description: 'For copying only: changing it here changes nothing in Braze',
			},
			{
				displayName: 'Body to Paste: Campaigns for Opt-in and Help Words',
				name: 'keywordBodyToPaste',
				type: 'string',
				displayOptions: { show: { expects: ['customerMessage'] } },
				typeOptions: { rows: 6 },
				noDataExpression: true,
				default: bodyToPaste('keyword'),
				description: 'For copying only. Without it an agent never sees a customer\'s bare "yes", which Braze takes for an opt-in word.',
			},
			{
				displayName: 'Body to Paste',
				name: 'campaignBodyToPaste',
				type: 'string',
				displayOptions: { show: { expects: ['campaign'] } },
				typeOptions: { rows: 8 },
				noDataExpression: true,
				default: campaignBodyToPaste(),
				description: 'For copying only: changing it here changes nothing in Braze. What stands under "properties" is yours.',
			},
		],
	};

	/** Braze has no API to register a webhook at: the marketer pastes the URL. */
	webhookMethods = {
		default: {
			checkExists: async (): Promise<boolean> => true,
			create: async (): Promise<boolean> => true,
			delete: async (): Promise<boolean> => true,
		},
	};

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		const { webhookSecret } = await this.getCredentials<{ webhookSecret?: string }>('brazeMessagingApi');
		if (!webhookSecret) return refused(this, 'the Braze credential has no webhook secret, so nothing is taken in');
		if (!sameSecret(webhookSecret, bearer(header(this, 'authorization')))) return refused(this, 'the webhook secret is missing or wrong');

		const readBody = this.getNodeParameter('expects') === 'campaign' ? readCampaignMessage : readInboundMessage;
		const read = readBody((await rawBody(this)).toString('utf8'), new Date());
		if (!read.ok) return startedWithFailure(this, read.failure);
		const { dedupeKey } = read.event;
		const answersAtOnce = this.getNodeParameter('answer') === 'onReceived';
		const key = `${this.getWorkflow().id} ${this.getNode().id} ${dedupeKey}`;
		if (answersAtOnce && dedupeKey !== '' && repeats.isRepeat(key)) return dropped;
		return started([read.event]);
	}
}
