import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { GraphError, notVisible } from '../graph/errors';
import { decidedBy } from '../graph/graph';
import { idText, parse, readParams, structured } from '../graph/params';
import { RULES } from '../rules';
import type { MessengerState } from '../state';

const activity = z.object({
	event: z.literal('CUSTOM_APP_EVENTS'),
	custom_events: structured(z.array(z.record(z.unknown()))),
	page_id: idText,
	page_scoped_user_id: idText,
});

/** `POST /<APP_ID>/activities`: app events about a person; other clients send them without a token. */
export function activities(app: FastifyInstance, state: MessengerState): void {
	app.post<{ Params: { node: string } }>('/:node/activities', async (request) => {
		decidedBy(request, RULES.undescribed);
		if (!state.apps.has(request.params.node)) throw notVisible(request.params.node);
		const { params } = await readParams(request);
		const { page_id: pageId, page_scoped_user_id: psid, custom_events: events } = parse(activity, params);
		if (state.person(psid)?.pageId !== pageId) throw new GraphError('100/2018001', RULES.recipientUnknown);
		state.activities.push(...events.map((event) => ({ psid, ...event })));
		return { success: true };
	});
}
