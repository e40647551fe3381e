import type { FastifyInstance } from 'fastify';
import type { z } from 'zod';

/** A refusal of the control API. */
export class ControlError extends Error {
	constructor(
		readonly status: number,
		message: string,
	) {
		super(message);
	}
}

type Act<Input> = (input: Input, params: Record<string, string>) => Promise<{ status?: number; body: unknown }> | { status?: number; body: unknown };

/** A control call with a JSON body of this shape, below `/_sandbox/clevertap`. */
export function post<Schema extends z.ZodTypeAny>(app: FastifyInstance, path: string, schema: Schema, act: Act<z.output<Schema>>): void {
	app.post<{ Params: Record<string, string> }>(`/_sandbox/clevertap${path}`, async (request, reply) => {
		const parsed = schema.safeParse(request.body ?? {});
		if (!parsed.success) {
			const [{ path: where, message }] = parsed.error.issues;
			return await reply.code(400).send({ error: `${where.join('.')} ${message}`.trim() });
		}
		const { status = 200, body } = await act(parsed.data, request.params);
		return await reply.code(status).send(body);
	});
}
