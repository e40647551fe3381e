import type { FastifyInstance, FastifyReply } from 'fastify';
import { z } from 'zod';
import type { AppAction, InboxAction, InboxMessage } from './controlTypes';
import type { SentMessage } from '../figures/sentLog';
import { react } from '../messages/react';
import { customerId, type Profile } from '../users/profile';
import type { BrazeState } from '../state';

const action: z.ZodType<InboxAction> = z.object({ does: z.enum(['open', 'click', 'dismiss', 'unsubscribe', 'spam']) });
const app: z.ZodType<AppAction> = z.object({ app_id: z.string(), uninstall: z.boolean().optional() });

interface ById {
	Params: { id: string; messageId: string; state: string };
	Querystring: { message?: string };
}

const shown = ({ id, at, channel, source, sendId, content, happenings }: SentMessage): InboxMessage => ({
	id,
	at: new Date(at).toISOString(),
	channel,
	campaign_id: source.kind === 'campaign' ? source.id : null,
	message_variation_id: source.kind === 'campaign' ? source.messageId : null,
	canvas_id: source.kind === 'canvas' ? source.id : null,
	send_id: sendId ?? null,
	...content,
	did: happenings.map(({ kind }) => kind),
});

/** The links that an e-mail carries to change its subscription: opening one is enough. */
function preferenceLinks(server: FastifyInstance, state: BrazeState, find: (id: string) => Profile | undefined): void {
	server.get<ById>('/_sandbox/customer/:id/email-preferences/:state', async (request, reply) => {
		const profile = find(request.params.id);
		const to = z.enum(['unsubscribed', 'subscribed', 'opted_in']).safeParse(request.params.state);
		if (!profile || !to.success) return reply.code(404).send({ error: 'no such link' });
		const message = state.messaging.sent.inboxOf(profile).find(({ id }) => id === request.query.message);
		if (to.data === 'unsubscribed' && message) react(state, message, 'unsubscribe');
		profile.data.fields.email_subscribe = to.data;
		state.written(profile);
		return { email_subscribe: to.data };
	});
}

/** What reached a person, and what the person does with it. `:id` is an external id or a braze id. */
export function inboxControl(server: FastifyInstance, state: BrazeState): void {
	const find = (id: string): Profile | undefined => state.byExternalId(id) ?? state.byBrazeId(id);
	const unknown = (reply: FastifyReply, id: string) => reply.code(404).send({ error: `no customer ${id}` });

	server.get<ById>('/_sandbox/customer/:id/inbox', async (request, reply) => {
		const profile = find(request.params.id);
		return profile ? { messages: state.messaging.sent.inboxOf(profile).map(shown) } : unknown(reply, request.params.id);
	});

	server.post<ById>('/_sandbox/customer/:id/inbox/:messageId', async (request, reply) => {
		const profile = find(request.params.id);
		if (!profile) return unknown(reply, request.params.id);
		const message = state.messaging.sent.inboxOf(profile).find(({ id }) => id === request.params.messageId);
		if (!message) return reply.code(404).send({ error: `no message ${request.params.messageId} in the inbox` });
		const parsed = action.safeParse(request.body);
		if (!parsed.success) return reply.code(400).send({ error: 'does: open, click, dismiss, unsubscribe or spam' });
		react(state, message, parsed.data.does);
		state.world.events.add({ vendor: 'braze', kind: 'customer', summary: `${customerId(profile)}: ${parsed.data.does}`, customer: customerId(profile) });
		return { messages: [shown(message)] };
	});

	server.post<ById>('/_sandbox/customer/:id/sessions', async (request, reply) => {
		const profile = find(request.params.id);
		if (!profile) return unknown(reply, request.params.id);
		const parsed = app.safeParse(request.body);
		const { apps, appUse } = state.messaging;
		if (!parsed.success || !apps.some(({ id }) => id === parsed.data.app_id)) return reply.code(400).send({ error: `app_id: ${apps.map(({ id }) => id).join(', ')}` });
		if (parsed.data.uninstall) appUse.uninstall(profile, parsed.data.app_id);
		else appUse.open(profile, parsed.data.app_id);
		return { ok: true };
	});

	preferenceLinks(server, state, find);
}
