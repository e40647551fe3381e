import type { FastifyInstance } from 'fastify';
import type { World } from '../core/world';
import type { Age, Fault } from './types';

/** The part of the control API that belongs to no vendor. */
export function registerControl(app: FastifyInstance, world: World): void {
	app.post('/_sandbox/reset', async () => {
		world.reset();
		return { ok: true };
	});

	app.post<{ Body: Age }>('/_sandbox/age', async (request, reply) => {
		const { seconds } = request.body ?? {};
		if (typeof seconds !== 'number' || !(seconds > 0)) return reply.code(400).send({ error: 'seconds: a number above 0' });
		world.age(seconds * 1000);
		return { ok: true };
	});

	app.get('/_sandbox/faults', async () => ({ faults: world.faults.list() }));

	app.post<{ Body: Fault }>('/_sandbox/faults', async (request, reply) => {
		const fault = request.body;
		if (!fault?.vendor || !fault.route) return reply.code(400).send({ error: 'a fault needs vendor and route' });
		world.faults.add(fault);
		return { faults: world.faults.list() };
	});

	app.delete('/_sandbox/faults', async () => {
		world.faults.clear();
		return { faults: [] };
	});

	app.get<{ Querystring: { after?: string; wait?: string } }>('/_sandbox/events', async (request) => {
		const after = Number(request.query.after ?? 0);
		const page = world.events.after(after);
		const wait = Number(request.query.wait ?? 0);
		if (page.events.length > 0 || wait <= 0) return page;
		await new Promise<void>((resolve) => {
			const stop = world.events.subscribe(() => finish());
			const signal = AbortSignal.timeout(wait);
			const finish = () => {
				stop();
				signal.removeEventListener('abort', finish);
				resolve();
			};
			signal.addEventListener('abort', finish);
		});
		return world.events.after(after);
	});
}
