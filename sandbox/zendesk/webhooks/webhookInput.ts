import { z } from 'zod';
import { errorList, type ZendeskError } from '../errors';
import { RULES } from '../rules';
import type { Webhook } from '../types';

const header = z.literal('header').default('header');

const authentication = z.discriminatedUnion('type', [
	z.object({ type: z.literal('bearer_token'), data: z.object({ token: z.string() }), add_position: header }),
	z.object({ type: z.literal('basic_auth'), data: z.object({ username: z.string(), password: z.string() }), add_position: header }),
	z.object({ type: z.literal('api_key'), data: z.object({ name: z.string(), value: z.string() }), add_position: header }),
]);

export const webhookInput = z.object({
	name: z.string().min(1),
	endpoint: z.string().url(),
	http_method: z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']),
	request_format: z.enum(['json', 'xml', 'form_encoded']),
	status: z.enum(['active', 'inactive']),
	subscriptions: z.array(z.string()).default([]),
	authentication: authentication.nullish(),
	custom_headers: z.record(z.string()).nullish(),
	description: z.string().nullish(),
});

export type WebhookInput = z.output<typeof webhookInput>;

const refuse = (detail: string, rule: ZendeskError['rule']): ZendeskError => errorList(400, 'InvalidWebhook', detail, rule);

const CONDITIONAL = 'conditional_ticket_events';

const kindOf = (subscriptions: string[]): 'events' | 'conditional' =>
	subscriptions.some((subscription) => subscription !== CONDITIONAL) ? 'events' : 'conditional';

/** Everything that Zendesk refuses about a webhook; `standing` where one is changed. */
export function checkWebhook(input: WebhookInput, standing?: Webhook): void {
	const { subscriptions } = input;
	const strange = subscriptions.find((each) => each !== CONDITIONAL && !/^zen:event-type:[a-z_]+\.[a-z_]+$/.test(each));
	if (strange !== undefined) throw refuse(`${strange} is not a valid subscription`, RULES.webhookInvalid);
	if (kindOf(subscriptions) === 'events') {
		if (subscriptions.includes(CONDITIONAL)) throw refuse(`${CONDITIONAL} cannot be combined with event subscriptions`, RULES.webhookKinds);
		if (input.http_method !== 'POST' || input.request_format !== 'json') {
			throw refuse('event subscriptions require http_method POST and request_format json', RULES.webhookEventFormat);
		}
	}
	if (standing !== undefined && standing.subscriptions.length > 0 && kindOf(standing.subscriptions) !== kindOf(subscriptions)) {
		throw refuse('the kind of subscription cannot be changed', RULES.webhookKinds);
	}
	const url = new URL(input.endpoint);
	if (!['http:', 'https:'].includes(url.protocol)) throw refuse('endpoint must be an http or https URL', RULES.webhookInvalid);
	if (input.custom_headers && Object.keys(input.custom_headers).length > 0 && url.protocol !== 'https:') {
		throw refuse('custom_headers are allowed on https endpoints only', RULES.webhookHeaders);
	}
}

/** A body that a schema refused, in the words of the webhooks API. */
export const badWebhook = (error: z.ZodError): ZendeskError => {
	const [issue] = error.issues;
	return refuse(`${issue.path.join('.')}: ${issue.message}`, RULES.webhookInvalid);
};
