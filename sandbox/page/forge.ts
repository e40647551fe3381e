import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { SandboxEvent } from '../control/types';
import { deliver } from '../core/deliver';
import type { World } from '../core/world';
import type { Forgery } from './pageTypes';

const forgery: z.ZodType<Forgery> = z.object({ vendor: z.enum(['braze', 'zendesk', 'sendbird', 'sendbird-notifications', 'clevertap', 'messenger']) });

const PATIENCE_MS = 10_000;
/** Set by whoever connects, not copied. */
const OWN = /^(content-length|host|connection)$/i;
/** What proves where a delivery comes from; in the log it stands masked, and the mask is no proof. */
const PROOF = /(authorization|signature|secret|token|passcode)/i;

const spoilt = (headers: Record<string, string>): Record<string, string> =>
	Object.fromEntries(
		Object.entries(headers)
			.filter(([name]) => !OWN.test(name))
			.map(([name, value]) => [name, PROOF.test(name) && !/timestamp/i.test(name) ? 'forged-by-the-sandbox' : value]),
	);

const isGenuine = ({ kind, summary }: SandboxEvent): boolean => kind === 'delivery' && !summary.startsWith('forged');

/** Somebody who read along sends a vendor's newest delivery again without being able to sign it: n8n must refuse. */
export function registerForge(app: FastifyInstance, world: World): void {
	app.post('/_sandbox/page/forge', async (request, reply) => {
		const parsed = forgery.safeParse(request.body);
		if (!parsed.success) return await reply.code(400).send({ error: 'vendor: one of the six' });
		const { vendor } = parsed.data;
		const newest = world.events.after(0).events.filter((event) => event.vendor === vendor && isGenuine(event)).pop();
		if (newest?.request === undefined) return await reply.code(409).send({ error: `${vendor} has delivered nothing yet that could be forged` });
		const { method, path: url, headers, body } = newest.request;
		deliver(world, {
			vendor,
			summary: `forged: ${newest.summary.replace(/ \(attempt \d+\)$/, '')}`,
			customer: newest.customer,
			method,
			url,
			headers: () => spoilt(headers),
			body,
			timeoutMs: PATIENCE_MS,
			retryAfterMs: () => undefined,
		});
		return await reply.code(202).send({ ok: true });
	});
}
