import {
	NodeConnectionTypes,
	NodeOperationError,
	type IHookFunctions,
	type INodeType,
	type INodeTypeDescription,
	type IWebhookFunctions,
	type IWebhookResponseData,
} from 'n8n-workflow';
import { forPublishing } from '../shared/transport/forPublishing';
import { credentialOf } from '../shared/transport/vendor';
import { dropped, refused, started, startedWithFailure } from '../shared/webhook/intake';
import { header, rawBody } from '../shared/webhook/rawRequest';
import { Repeats } from '../shared/webhook/repeats';
import { bearer, sameSecret } from '../shared/webhook/verify';
import { zendesk } from './api';
import { renewedSecret } from './secretRenewal';
import { distrust, MISMATCH } from './signature';
import { readTicketEvent } from './ticketEvent';
import { readTicketTrigger } from './ticketTrigger/readBody';
import * as ticketTrigger from './ticketTrigger/registration';
import { triggerProperties } from './triggerProperties';
import { ownTriggerOf, registrationOf, subscriptionsFor, wishOf } from './triggerWish';
import * as eventSubscription from './webhookRegistration';
import type { Remembered } from './webhookRegistration';

const repeats = new Repeats();

const memoryOf = (context: IHookFunctions | IWebhookFunctions): Remembered => context.getWorkflowStaticData('node');

const endpointOf = (context: IHookFunctions): string => context.getNodeWebhookUrl('default') ?? '';

const credentialSecret = async (context: IHookFunctions | IWebhookFunctions): Promise<string> =>
	String((await context.getCredentials<{ webhookSecret?: string }>(credentialOf(zendesk, context.getNode()))).webhookSecret ?? '');

/** Nothing is made here; a missing secret is told while somebody is looking, not when the first delivery is refused. */
async function isSetUpBeforehand(context: IHookFunctions): Promise<boolean> {
	if ((await credentialSecret(context)) !== '') return true;
	throw new NodeOperationError(context.getNode(), 'The Zendesk credential holds no Webhook Secret, so every delivery would be refused. Fill it in, then run Integration: Set Up, which hands it to Zendesk.');
}

/** Why an event is not to be believed. A signature that does not fit may mean a new secret: then it is fetched, once a minute at most. */
async function distrustEvent(context: IWebhookFunctions, body: Buffer, memory: Remembered): Promise<string | undefined> {
	const signed = { signature: header(context, 'x-zendesk-webhook-signature'), timestamp: header(context, 'x-zendesk-webhook-signature-timestamp'), body };
	const windowSeconds = Number(context.getNodeParameter('windowSeconds', 300));
	const reason = distrust(signed, memory.secret, windowSeconds);
	const isForUs = header(context, 'x-zendesk-webhook-id') === memory.webhookId;
	if (reason !== MISMATCH || !isForUs) return reason;
	const secret = await renewedSecret(context, memory);
	if (secret === undefined) return reason;
	const again = distrust(signed, secret, windowSeconds);
	if (again === undefined) memory.secret = secret;
	return again;
}

/** A Zendesk trigger's webhook carries our own secret as bearer token. */
async function distrustTrigger(context: IWebhookFunctions, memory: Remembered): Promise<string | undefined> {
	const secret = registrationOf(context) === 'setUp' ? await credentialSecret(context) : memory.bearer;
	if (!secret) return 'no secret is known; publish the workflow again, or fill in the Webhook Secret of the credential';
	return sameSecret(secret, bearer(header(context, 'authorization'))) ? undefined : 'its bearer token is missing or wrong';
}

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
		credentials: [
			{ name: 'zendeskSupportOAuth2Api', required: true, displayOptions: { show: { authentication: ['oAuth2'] } } },
			{ name: 'zendeskSupportApi', required: true, displayOptions: { show: { authentication: ['apiToken'] } } },
		],
		webhooks: [{ name: 'default', httpMethod: 'POST', path: 'webhook', responseMode: 'onReceived', responseData: 'noData' }],
		properties: triggerProperties,
	};

	webhookMethods = {
		default: {
			async checkExists(this: IHookFunctions): Promise<boolean> {
				const way = registrationOf(this);
				if (way === 'setUp') return await isSetUpBeforehand(this);
				if (way === 'ticketTrigger') return await forPublishing(this, ticketTrigger.isRegistered(this, endpointOf(this), ownTriggerOf(this), memoryOf(this)));
				return await forPublishing(this, eventSubscription.isRegistered(this, endpointOf(this), subscriptionsFor(this), memoryOf(this)));
			},
			async create(this: IHookFunctions): Promise<boolean> {
				const way = registrationOf(this);
				if (way === 'ticketTrigger') await forPublishing(this, ticketTrigger.register(this, endpointOf(this), ownTriggerOf(this), memoryOf(this)));
				if (way === 'eventSubscription') await forPublishing(this, eventSubscription.register(this, endpointOf(this), subscriptionsFor(this), memoryOf(this)));
				return true;
			},
			async delete(this: IHookFunctions): Promise<boolean> {
				// After what was made, not after the form: somebody may have changed it since.
				const memory = memoryOf(this);
				await forPublishing(this, memory.bearer === undefined ? eventSubscription.unregister(this, memory) : ticketTrigger.unregister(this, memory));
				return true;
			},
		},
	};

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		const body = await rawBody(this);
		const isEvent = registrationOf(this) === 'eventSubscription';
		const memory = memoryOf(this);
		const reason = isEvent ? await distrustEvent(this, body, memory) : await distrustTrigger(this, memory);
		if (reason !== undefined) return refused(this, reason);

		const deliveryId = header(this, 'x-zendesk-webhook-invocation-id') ?? '';
		const read = (isEvent ? readTicketEvent : readTicketTrigger)(body.toString('utf8'), deliveryId, wishOf(this));
		if (read.kind === 'not ours') return dropped;
		if (read.kind === 'unreadable') return startedWithFailure(this, read.failure);
		const { dedupeKey } = read.event;
		if (dedupeKey !== '' && repeats.isRepeat(`${this.getWorkflow().id} ${this.getNode().id} ${dedupeKey}`)) return dropped;
		return started([read.event]);
	}
}
