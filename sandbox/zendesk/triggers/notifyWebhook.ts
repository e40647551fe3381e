import { RULES } from '../rules';
import { sendToWebhook } from '../webhooks/webhookDelivery';
import type { Moment } from './moment';
import { placeholders } from './placeholders';
import { render } from './render';
import type { Trigger } from './types';

export const CONDITIONAL = 'conditional_ticket_events';

/** `[webhook id, body or pairs]`, as a trigger holds it. */
export function webhookAction(value: unknown): { id: string; body: string | Array<[string, string]> } | undefined {
	if (!Array.isArray(value) || typeof value[0] !== 'string') return undefined;
	const [id, sent]: unknown[] = value;
	if (typeof sent === 'string') return { id: String(id), body: sent };
	if (sent === undefined || sent === null) return { id: String(id), body: '' };
	if (!Array.isArray(sent)) return undefined;
	return { id: String(id), body: sent.map((pair: unknown): [string, string] => (Array.isArray(pair) ? [String(pair[0]), String(pair[1])] : ['', ''])) };
}

const isJson = (text: string): boolean => {
	try {
		JSON.parse(text);
		return true;
	} catch {
		return false;
	}
};

/** Tells a webhook about the update, with the trigger's own body. Pairs become a form, or the query where nothing can be in a body. */
export function notifyWebhook(moment: Moment, trigger: Trigger, value: unknown): void {
	const { state, ticket } = moment;
	const wanted = webhookAction(value);
	const webhook = wanted && state.webhooks.get(wanted.id);
	if (wanted === undefined || webhook?.status !== 'active') {
		state.note(`trigger "${trigger.title}": its webhook is ${webhook === undefined ? 'gone' : 'inactive'}`, RULES.triggerWebhookGone);
		return;
	}
	const json = webhook.request_format === 'json';
	const escaping = json && typeof wanted.body === 'string' ? state.settings.jsonEscaping : 'none';
	const scope = placeholders(moment, escaping);
	const rendered = (text: string): string => {
		const made = render(text, scope);
		if (made !== undefined) return made;
		state.note(`trigger "${trigger.title}": the Liquid of its body cannot be read`, RULES.placeholdersBroken);
		return text;
	};
	const type = CONDITIONAL;
	if (typeof wanted.body === 'string') {
		const body = rendered(wanted.body);
		if (json && body !== '' && !isJson(body)) state.note(`trigger "${trigger.title}": its body is no JSON`, RULES.bodyNotJson);
		sendToWebhook(state, webhook, { type, ticket, body });
		return;
	}
	const form = new URLSearchParams(wanted.body.map(([name, text]): [string, string] => [name, rendered(text)])).toString();
	const bodyless = webhook.http_method === 'GET' || webhook.http_method === 'DELETE';
	sendToWebhook(state, webhook, bodyless ? { type, ticket, body: '', query: form } : { type, ticket, body: form });
}
