import type { FastifyInstance } from 'fastify';
import type { World } from '../core/world';

/** `GET /_sandbox/page/events/:id`: one event whole. `GET /_sandbox/page/events/:id/attempts` → `{ events }`: a delivery's attempts, this one among them, whole and in order. */
export function registerOneEvent(app: FastifyInstance, world: World): void {
	const find = (id: string) => world.events.after(Number(id) - 1).events.find((event) => event.id === Number(id));

	app.get<{ Params: { id: string } }>('/_sandbox/page/events/:id', async ({ params }, reply) => find(params.id) ?? (await reply.code(404).send({ error: 'no such event' })));

	app.get<{ Params: { id: string } }>('/_sandbox/page/events/:id/attempts', async ({ params }, reply) => {
		const event = find(params.id);
		if (event === undefined) return await reply.code(404).send({ error: 'no such event' });
		if (event.kind !== 'delivery') return { events: [event] };
		// Attempts of one delivery share address and body: the vendors sign anew, but send the same.
		const events = world.events.after(0).events.filter(
			({ kind, vendor, request }) => kind === 'delivery' && vendor === event.vendor && request?.path === event.request?.path && request?.body === event.request?.body,
		);
		return { events };
	});
}
