import { field, type InputOf, type Problem } from '../../shared/operation';
import { filled, hasLiquid, LIQUID_HINT, missing, shownIn, variationField, type Channel } from './channel';

const shown = shownIn('webhook');

/** https://www.braze.com/docs/api/objects_filters/messaging/webhook_object/ */
export const webhookFields = {
	webhookUrl: shown(field.requiredText({ displayName: 'Webhook URL', placeholder: 'https://example.com/hook', description: 'Braze calls ports 80 and 443 only' })),
	webhookMethod: shown(
		field.choice({
			displayName: 'Request Method',
			options: [
				{ name: 'DELETE', value: 'DELETE' },
				{ name: 'GET', value: 'GET' },
				{ name: 'POST', value: 'POST' },
				{ name: 'PUT', value: 'PUT' },
			],
			initial: 'POST',
		}),
	),
	webhookContentType: shown(field.optionalText({ displayName: 'Content Type', initial: 'application/json', description: 'Sent as a header; without it Braze guesses from the body' })),
	webhookHeaders: shown(field.namedValues({ displayName: 'Request Headers', description: 'Names and values, such as Authorization' })),
	webhookBody: shown(field.optionalText({ displayName: 'Webhook Body', hint: LIQUID_HINT, description: 'Text, as it is to be sent; in JSON, values out of Liquid need json_escape' })),
	webhookVariation: shown(variationField('Webhook', 'searchWebhookVariations')),
};

type Input = InputOf<typeof webhookFields>;

function problem(input: Input): Problem | undefined {
	const { webhookUrl = '' } = input;
	if (webhookUrl !== '' && !hasLiquid(webhookUrl) && !/^https?:\/\/[^\s/]+/i.test(webhookUrl)) return { displayName: 'Webhook URL', message: 'must begin with https:// or http://' };
	return missing(webhookFields, input, ['webhookUrl']);
}

/** Headers go out as an object of texts; a content type among them wins. */
function headersOf({ webhookHeaders = {}, webhookContentType }: Input): Record<string, string> | undefined {
	const named = Object.entries(webhookHeaders).map(([name, value]): [string, string] => [name, String(value)]);
	const isNamed = named.some(([name]) => name.toLowerCase() === 'content-type');
	const own: Array<[string, string]> = webhookContentType === undefined || isNamed ? [] : [['Content-Type', webhookContentType]];
	return filled(Object.fromEntries([...own, ...named]));
}

const message = (input: Input): Record<string, unknown> => ({
	url: input.webhookUrl,
	request_method: input.webhookMethod,
	request_headers: headersOf(input),
	body: input.webhookBody,
	message_variation_id: input.webhookVariation,
});

export const webhook: Channel<Input> = { key: 'webhook', problem, message };
