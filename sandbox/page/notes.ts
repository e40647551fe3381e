import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { World } from '../core/world';
import type { PageNote } from './pageTypes';

const note: z.ZodType<PageNote> = z.object({ text: z.string().min(1).max(300) });

/** What is done to the world from the page stands in the line of what happened, like all else. */
export function registerNotes(app: FastifyInstance, world: World): void {
	app.post('/_sandbox/page/notes', async (request, reply) => {
		const parsed = note.safeParse(request.body);
		if (!parsed.success) return await reply.code(400).send({ error: 'text: 1 to 300 characters' });
		const { id } = world.events.add({ vendor: 'sandbox', kind: 'note', summary: parsed.data.text });
		return await reply.code(201).send({ id });
	});
}
