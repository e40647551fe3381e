import { NodeOperationError, type ILoadOptionsFunctions } from 'n8n-workflow';
import { pickList, type ListSearch } from '../../shared/operation';
import { z } from '../../shared/schema';
import { objectBody, type Answer } from '../../shared/transport/call';
import { braze } from '../api';

const messages = z.record(z.object({ channel: z.string().optional(), name: z.string().optional() }).passthrough());

/** The variations in a campaign's details: the keys of `messages` are their IDs. */
const variationsIn = (answer: Answer, channel: RegExp) =>
	Object.entries(messages.parse(objectBody(answer).messages ?? {}))
		.filter(([, variation]) => variation.channel === undefined || channel.test(variation.channel))
		.map(([id, { name, channel: of }]) => ({ name: name ?? of ?? id, value: id }));

function campaignOf(context: ILoadOptionsFunctions): string {
	const campaign: unknown = context.getCurrentNodeParameter('campaign', { extractValue: true });
	if (typeof campaign === 'string' && campaign !== '' && !campaign.startsWith('=')) return campaign;
	throw new NodeOperationError(context.getNode(), 'Choose a campaign first', {
		description: 'Message variations belong to a campaign. Where the campaign is an expression, switch this field to By ID and give the variation\'s ID.',
	});
}

/** The message variations of the chosen campaign in one channel; `channel` is how campaigns/details names it. */
export function variationsOf(channel: RegExp): ListSearch {
	return async function search(filter) {
		const campaign = campaignOf(this);
		const list = pickList(braze, {
			call: () => ({ method: 'GET', path: '/campaigns/details', query: { campaign_id: campaign } }),
			rows: (answer) => variationsIn(answer, channel),
		});
		return await list.call(this, filter);
	};
}

export const searchAndroidPushVariations = variationsOf(/^android/);
export const searchApplePushVariations = variationsOf(/^(ios|apple)/);
export const searchContentCardVariations = variationsOf(/^content_?-?card/);
export const searchEmailVariations = variationsOf(/^email/);
export const searchKindlePushVariations = variationsOf(/^kindle/);
export const searchSmsVariations = variationsOf(/^sms/);
export const searchWebPushVariations = variationsOf(/^web_?push/);
export const searchWebhookVariations = variationsOf(/^webhook/);
export const searchWhatsAppVariations = variationsOf(/^whats_?app/);
export const searchAnyVariations = variationsOf(/./);
