import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { APP_ID, PAGE_ID } from '../seed';
import type { MessengerState } from '../state';

const raw = z.object({ pageId: z.string().default(PAGE_ID), list: z.enum(['messaging', 'standby', 'changes']).default('messaging'), events: z.array(z.record(z.unknown())).min(1) });

const testButton = z.object({ field: z.string(), value: z.record(z.unknown()).optional() });

/** Events that nobody has described, or broken ones: sent and signed as they are, to every app on the Page. */
export function rawEvents(app: FastifyInstance, state: MessengerState): void {
	app.post('/_sandbox/messenger/raw', async (request, reply) => {
		const parsed = raw.safeParse(request.body);
		if (!parsed.success) return await reply.code(400).send({ error: 'events: a list of objects; list: messaging, standby or changes; pageId' });
		const { pageId, list, events } = parsed.data;
		for (const appId of state.pages.get(pageId)?.subscribedApps.keys() ?? []) {
			const hearing = state.apps.get(appId);
			if (hearing !== undefined) for (const event of events) state.outbox.push(hearing, { pageId, list, event, what: 'raw event' });
		}
		return await reply.code(202).send({ ok: true });
	});
	// The dashboard's Test button sends `changes` where the platform itself sends `messaging`, and asks for no Page subscription.
	app.post('/_sandbox/messenger/test-button', async (request, reply) => {
		const parsed = testButton.safeParse(request.body);
		const hearing = state.apps.get(APP_ID);
		if (!parsed.success || hearing === undefined) return await reply.code(400).send({ error: 'field: a webhook field' });
		const { field, value } = parsed.data;
		const sample = { sender: { id: '12334' }, recipient: { id: '23245' }, timestamp: String(Date.now()), message: { mid: 'test_message_id', text: 'test_message' } };
		state.outbox.push(hearing, { pageId: '0', list: 'changes', event: { field, value: value ?? sample }, what: `test of ${field}` });
		return await reply.code(202).send({ ok: true });
	});
}
