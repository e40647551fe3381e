import { z } from 'zod';
import type { BrazeSandbox } from './harness';

/** Ids of the seeded world. */
export const API_CAMPAIGN = 'campaign-local-marketing';
export const APP = 'app-acme-ios';

const inboxMessage = z.object({
	id: z.string(),
	at: z.string(),
	channel: z.string(),
	campaign_id: z.string().nullable(),
	message_variation_id: z.string().nullable(),
	send_id: z.string().nullable(),
	canvas_id: z.string().nullable(),
	from: z.string().optional(),
	reply_to: z.string().optional(),
	subject: z.string().optional(),
	preheader: z.string().optional(),
	title: z.string().optional(),
	text: z.string(),
	html: z.string().optional(),
	links: z.array(z.string()),
	media: z.array(z.string()).optional(),
	attachments: z.array(z.string()).optional(),
	did: z.array(z.string()),
});
export type Received = z.infer<typeof inboxMessage>;

export const inboxOf = async (braze: BrazeSandbox, id: string): Promise<Received[]> =>
	z.array(inboxMessage).parse((await braze.control('GET', `/customer/${id}/inbox`)).body.messages);

/** Waits until this many messages have left (or bounced), then gives everybody's count. */
export async function sent(braze: BrazeSandbox, count: number): Promise<void> {
	const left = () => braze.events().filter(({ kind, summary }) => kind === 'sent' || (kind === 'note' && / (?:bounced|failed)$/.test(summary))).length;
	if (left() < count) await braze.event(() => left() >= count);
}

export const act = async (braze: BrazeSandbox, id: string, messageId: string, does: string) =>
	await braze.control('POST', `/customer/${id}/inbox/${messageId}`, { does });

export const age = async (braze: BrazeSandbox, days: number) => await braze.control('POST', '/age', { seconds: days * 86_400 });

export const email = (more: object = {}) => ({
	app_id: APP,
	from: 'Acme Pizza Berlin <berlin@acme.example>',
	subject: "Hello {{${first_name} | default: 'you'}}",
	body: '<p>Come and see us</p><p><a href="https://acme.example/berlin">Menu</a> <a href="{{${set_user_to_unsubscribed_url}}}">Unsubscribe</a></p>',
	...more,
});

const point = z.object({ time: z.string(), messages: z.record(z.array(z.record(z.union([z.string(), z.number()])))), unique_recipients: z.number() }).passthrough();

/** A series of `/sends/data_series` or `/campaigns/data_series`. */
export async function seriesOf(braze: BrazeSandbox, path: string, query: Record<string, string | number>) {
	const answer = await braze.call('GET', `${path}?${new URLSearchParams(Object.fromEntries(Object.entries(query).map(([name, value]) => [name, String(value)]))).toString()}`);
	return { status: answer.status, message: answer.body.message, data: answer.status === 200 ? z.array(point).parse(answer.body.data) : [] };
}

/** ISO time this many seconds from now, in UTC. */
export const inSeconds = (seconds: number): string => new Date(Date.now() + seconds * 1000).toISOString();
