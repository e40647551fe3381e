import type { ApiCampaign } from '../campaigns/campaign';
import { Refusal } from '../errors';
import { campaignSource, type MessageSource } from './liquidContext';
import { isJsonObject } from '../json';
import { MESSAGING_RULES } from './messagingRules';
import type { BrazeState } from '../state';
import { subscriptionGroup } from '../subscriptions/subscriptionGroups';
import { CHANNEL_OF } from './channels';
import type { Message } from './messageObjects';
import { androidBytes, ANDROID_MAX_BYTES, appleBytes, APPLE_MAX_BYTES } from './pushObjects';

/** A message that may be sent, and what its figures are kept under. */
export type CheckedMessage = Message & { source: MessageSource };

function requireParts(state: BrazeState, { key, object }: Message): void {
	const { apps, bccAddresses } = state.messaging;
	const refuse = (field: string, why: string) => new Refusal(400, `messages.${key}.${field}: ${why}`, MESSAGING_RULES.unknownParts);
	if ('app_id' in object && !apps.some(({ id }) => id === object.app_id)) throw refuse('app_id', 'is no app of this workspace');
	if ('subscription_group_id' in object && !subscriptionGroup(state, object.subscription_group_id)) throw refuse('subscription_group_id', 'is invalid');
	if (key !== 'email') return;
	if (object.bcc !== undefined && !bccAddresses.includes(object.bcc)) throw refuse('bcc', 'is not one of the BCC addresses of this workspace');
	const template = state.data.emailTemplates.templates.find(({ id }) => id === object.email_template_id);
	if (object.email_template_id !== undefined && template === undefined) throw refuse('email_template_id', 'is invalid');
	if (object.body === undefined && template === undefined) {
		throw new Refusal(400, 'messages.email.body: is required unless email_template_id is given', MESSAGING_RULES.messageObject);
	}
}

function refuseBadPush({ key, object }: Message): void {
	if (!('extra' in object) || object.extra === undefined) return;
	if ((key === 'apple_push' || key === 'android_push') && !isJsonObject(object.extra)) {
		throw new Refusal(400, 'Invalid Extra Push Payload', MESSAGING_RULES.extraPayload);
	}
	const reserved = isJsonObject(object.extra) ? ['ab', 'aps'].find((name) => name in (isJsonObject(object.extra) ? object.extra : {})) : undefined;
	if (key === 'apple_push' && reserved !== undefined) throw new Refusal(400, 'Invalid Extra Push Payload', MESSAGING_RULES.extraReserved);
}

function refuseLongPush(message: Message): void {
	if (message.key === 'apple_push' && appleBytes(message.object) > APPLE_MAX_BYTES) throw new Refusal(400, 'Apple Push Length Exceeded', MESSAGING_RULES.pushLength);
	if (message.key === 'android_push' && androidBytes(message.object) > ANDROID_MAX_BYTES) throw new Refusal(400, 'Android Push Length Exceeded', MESSAGING_RULES.pushLength);
}

/** Under a campaign each message names one of its variations, of the message's own channel. */
function sourceOf(campaign: ApiCampaign | undefined, { key, object }: Message): MessageSource {
	if (campaign === undefined) return { kind: 'none' };
	if (object.message_variation_id === undefined) throw new Refusal(400, 'Message Variant Unspecified', MESSAGING_RULES.variantUnspecified);
	const variation = campaign.variations.find(({ id }) => id === object.message_variation_id);
	if (variation === undefined) throw new Refusal(400, 'Invalid Message Variant', MESSAGING_RULES.variantInvalid);
	if (variation.channel !== CHANNEL_OF[key]) throw new Refusal(400, 'Mismatched Message Type', MESSAGING_RULES.variantMismatched);
	return campaignSource(campaign, variation);
}

/** Throws Braze's 400 where a message cannot be sent as it is. */
export function checkMessages(state: BrazeState, campaign: ApiCampaign | undefined, messages: readonly Message[]): CheckedMessage[] {
	return messages.map((message) => {
		const source = sourceOf(campaign, message);
		requireParts(state, message);
		refuseBadPush(message);
		refuseLongPush(message);
		return { ...message, source };
	});
}
