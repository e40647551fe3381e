import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { linkOf } from './n8nCell';
import { logIn, PATIENCE_MS } from './n8nLogin';
import type { N8nPlace, N8nShown } from './pageTypes';
import { Teller } from './teller';

const playCall = z.object({ method: z.enum(['POST', 'DELETE']), path: z.string().startsWith('/'), body: z.unknown().optional() });
const playCell = z.object({ table: z.string(), where: z.record(z.string()), column: z.string(), parameter: z.string().optional() });
const place: z.ZodType<N8nPlace> = z.object({
	url: z.string().url().transform((url) => url.replace(/\/+$/, '')),
	login: z.object({ email: z.string(), password: z.string() }).optional(),
	plays: z.array(z.object({ title: z.string(), hint: z.string().optional(), console: z.enum(['braze', 'clevertap']), calls: z.array(playCall).optional(), link: z.string().url().optional(), cell: playCell.optional() })).optional(),
});
const executionAnswer = z.object({ data: z.object({ workflowId: z.string() }) });

/** n8n's editor knows no address of an execution without its workflow's id, so that is looked up; without a login it leads to the list. */
async function executionUrl(where: N8nPlace, id: string): Promise<string> {
	const list = `${where.url}/home/executions`;
	try {
		const cookie = await logIn(where);
		if (cookie === undefined) return list;
		const answer = await fetch(`${where.url}/rest/executions/${encodeURIComponent(id)}`, { headers: { cookie }, signal: AbortSignal.timeout(PATIENCE_MS) });
		const found = executionAnswer.safeParse(await answer.json());
		return found.success ? `${where.url}/workflow/${found.data.data.workflowId}/executions/${id}` : list;
	} catch {
		return list;
	}
}

/** Where n8n is: told by whoever started it, kept over resets of the world. */
export class N8nLink extends Teller {
	private place?: N8nPlace;

	shown = (): N8nShown => ({ url: this.place?.url ?? null, plays: this.place?.plays ?? [] });

	register(app: FastifyInstance): void {
		app.get('/_sandbox/page/n8n', async () => this.shown());
		app.post('/_sandbox/page/n8n', async (request, reply) => {
			const parsed = place.safeParse(request.body);
			if (!parsed.success) return await reply.code(400).send({ error: `${parsed.error.issues[0].path.join('.')}: ${parsed.error.issues[0].message}` });
			this.place = parsed.data;
			this.changed();
			return this.shown();
		});
		app.get<{ Params: { title: string } }>('/_sandbox/page/plays/:title', async ({ params }, reply) => {
			const { place: where } = this;
			const link = where?.plays?.find(({ title, link: to }) => title === params.title && to !== undefined);
			if (where === undefined || link === undefined) return await reply.code(404).send({ error: 'no play of this title has a link' });
			return await reply.redirect(await linkOf(where, link));
		});
		app.get<{ Params: { id: string } }>('/_sandbox/page/executions/:id', async ({ params }, reply) => {
			if (this.place === undefined) return await reply.code(404).send({ error: 'no n8n has been named: POST /_sandbox/page/n8n' });
			return await reply.redirect(await executionUrl(this.place, params.id));
		});
	}
}
