import type { FastifyInstance } from 'fastify';
import type { NewSuspendedTicket, ZendeskSettings } from './controlTypes';
import { recordInvalid, recordNotFound } from '../errors';
import { RULES } from '../rules';
import { changeSettings } from '../settings';
import type { ZendeskState } from '../state';

/** What happens to the account by hand: its settings, a webhook that somebody deletes, mail that is not trusted. */
export function accountControl(app: FastifyInstance, state: ZendeskState): void {
	const tell = (summary: string) => state.world.events.add({ vendor: 'zendesk', kind: 'agent', summary });

	app.get('/_sandbox/zendesk/settings', async () => state.settings);

	app.post<{ Body: Partial<ZendeskSettings> | undefined }>('/_sandbox/zendesk/settings', async ({ body }) => {
		changeSettings(state.settings, body ?? {});
		return state.settings;
	});

	app.delete<{ Params: { id: string } }>('/_sandbox/zendesk/webhooks/:id', async ({ params }, reply) => {
		const webhook = state.webhooks.get(params.id);
		if (webhook === undefined) throw recordNotFound();
		state.webhooks.delete(webhook.id);
		tell(`an administrator deletes the webhook "${webhook.name}" by hand`);
		return await reply.code(204).send();
	});

	app.post<{ Body: NewSuspendedTicket | undefined }>('/_sandbox/zendesk/suspended-tickets', async ({ body }, reply) => {
		if (!body?.email || !body.text) throw recordInvalid({ base: [{ description: 'name, email, subject and text' }] }, RULES.invalidValue);
		const now = Date.now();
		const id = state.nextId();
		state.suspendedTickets.set(id, {
			id,
			author: { id: null, name: body.name, email: body.email },
			cause: 'Detected as spam',
			subject: body.subject,
			content: body.text,
			recipient: null,
			created_at: now,
			updated_at: now,
		});
		tell(`mail of ${body.email} is suspended`);
		return await reply.code(201).send({ id });
	});
}
