import type { FastifyInstance } from 'fastify';
import { decidedBy, type Host } from '../endpoint';
import { notFound } from '../errors';
import { RULES } from '../rules';

/** Uploaded files, as the app would load them. */
export function files(app: FastifyInstance, { application }: Host): void {
	app.get<{ Params: { id: string; name: string } }>('/files/:id/:name', async (request, reply) => {
		const file = application.files.get(request.params.id);
		if (file === undefined) throw notFound('File');
		decidedBy(request, RULES.fileServed);
		return await reply.header('content-type', file.type || 'application/octet-stream').send(file.bytes);
	});
}
