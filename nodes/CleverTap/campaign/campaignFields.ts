import { field, type Field, type FieldSet, type InputOf, type Problem } from '../../shared/operation';
import { eventNameProblem } from '../names';
import { audienceFields, audienceOf, checkAudience } from './audience';
import { BY_PROVIDER, channels, checkMessage, contentOf } from './channels';
import { webhookFields } from './channels/webhook';
import { deliveryTimeField } from './deliveryTime';

type Shown<F extends FieldSet> = { [Name in keyof F]: F[Name] extends Field<infer T> ? Field<T | undefined> : never };

const shownFor = <F extends FieldSet>(channel: string, fields: F): Shown<F> =>
	Object.fromEntries(Object.entries(fields).map(([name, one]) => [name, field.shownWhen({ channel: [channel] }, one)])) as Shown<F>;

export const campaignFields = {
	campaignName: field.requiredText({ displayName: 'Campaign Name', description: 'As the dashboard is to show it' }),
	channel: field.choice({
		displayName: 'Channel',
		options: [
			{ name: 'Email', value: 'email' },
			{ name: 'Push', value: 'push' },
			{ name: 'SMS', value: 'sms' },
			{ name: 'Web Push', value: 'webpush' },
			{ name: 'Webhook', value: 'webhook' },
			{ name: 'WhatsApp', value: 'whatsapp' },
		],
		initial: 'push',
	}),
	...audienceFields,
	providerName: field.shownWhen({ channel: BY_PROVIDER }, field.requiredId({ displayName: 'Provider Nickname', description: 'Of the provider under Settings > Channels' })),
	...shownFor('email', channels.email.fields),
	...shownFor('push', channels.push.fields),
	...shownFor('sms', channels.sms.fields),
	...shownFor('webpush', channels.webpush.fields),
	...shownFor('whatsapp', channels.whatsapp.fields),
	...shownFor('webhook', webhookFields),
	deliveryTime: deliveryTimeField,
	more: field.extras({
		displayName: 'Additional Fields',
		placeholder: 'Add Field',
		fields: {
			conversionEvent: field.optionalId({ displayName: 'Conversion Event', description: 'Counted as the success of the campaign' }),
			conversionTime: field.wholeNumber({ displayName: 'Conversion Time', description: 'Seconds after the message within which the event counts', initial: 86400, min: 1, max: 31_536_000 }),
			devices: field.choices({ displayName: 'Devices', description: 'For push: all when left out', options: [{ name: 'Android', value: 'android' }, { name: 'Apple', value: 'ios' }], initial: ['android', 'ios'] }),
			json: field.jsonObject({ displayName: 'Other Fields as JSON', description: 'Whatever else CleverTap takes: ttl, when as an object, conversion_goal … but not whom it is for, and not the channel' }),
			labels: field.textList({ displayName: 'Labels', description: 'Separated by commas' }),
			respectFrequencyCaps: field.toggle({ displayName: 'Respect Frequency Caps', description: 'Whether the limits of messages a user of the account hold', initial: true }),
		},
	}),
};

export type CampaignInput = InputOf<typeof campaignFields>;

/** Said by the form only, since they decide who is reached, and whether at all. */
const OURS = ['audience', 'estimate_only', 'name', 'segment', 'target_mode', 'where'];

export function checkCampaign(input: CampaignInput): Problem | undefined {
	const { channel, more, providerName, webhookName } = input;
	const taken = Object.keys(more.json ?? {}).find((key) => OURS.includes(key));
	if (taken !== undefined) return { displayName: 'Other Fields as JSON', message: `may not hold "${taken}", which the form says` };
	if (BY_PROVIDER.includes(channel) && providerName === undefined) return { displayName: 'Provider Nickname', message: 'is missing' };
	if (channel === 'webhook' && webhookName === undefined) return { displayName: 'Webhook', message: 'is missing' };
	const conversion = more.conversionEvent === undefined ? undefined : eventNameProblem(more.conversionEvent);
	return checkAudience(input) ?? (channel === 'webhook' ? undefined : checkMessage(channel, input)) ?? (conversion && { ...conversion, displayName: 'Conversion Event' });
}

const keyValues = (values: Readonly<Record<string, unknown>>) => Object.fromEntries(Object.entries(values).map(([key, value]) => [key, typeof value === 'string' ? value : JSON.stringify(value)]));

const ownPart = (input: CampaignInput) =>
	input.channel === 'webhook'
		? { webhook_endpoint_name: input.webhookName, webhook_fields: input.webhookTold, webhook_key_value: keyValues(input.webhookKeyValues ?? {}) }
		: { provider_nick_name: input.providerName, content: contentOf(input.channel, input) };

/** The body of `targets/create.json`. */
export const campaignBody = (input: CampaignInput): Record<string, unknown> => ({
	name: input.campaignName,
	target_mode: input.channel,
	...audienceOf(input),
	...ownPart(input),
	when: input.deliveryTime ?? 'now',
	devices: input.channel === 'push' ? input.more.devices : undefined,
	labels: input.more.labels,
	respect_frequency_caps: input.more.respectFrequencyCaps,
	conversion_goal: input.more.conversionEvent === undefined ? undefined : { event_name: input.more.conversionEvent, conversion_time: input.more.conversionTime },
	...input.more.json,
});
