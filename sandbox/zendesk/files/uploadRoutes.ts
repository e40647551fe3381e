import type { FastifyInstance } from 'fastify';
import { invalidAttribute, recordNotFound, ZendeskError } from '../errors';
import { decidedBy, integerId, queryOf } from '../http';
import { RULES } from '../rules';
import type { ZendeskState } from '../state';
import { presentAttachment } from './present';
import { keepFile } from './receive';

/** Above Zendesk's own limit, so that the refusal is Zendesk's and not the web server's. */
const BODY_LIMIT = 64 * 1024 * 1024;

/** `POST /uploads?filename=` with the bytes as body; the token goes into a comment's `uploads`. */
export function uploadRoutes(app: FastifyInstance, state: ZendeskState): void {
	app.post('/uploads', { bodyLimit: BODY_LIMIT }, async (request, reply) => {
		const { filename, token } = queryOf(request);
		const bytes = request.rawBody;
		// The log shows text; a picture's bytes are none.
		request.rawBody = Buffer.from(`(${bytes.length} bytes)`);
		if (filename === undefined || filename.trim() === '') throw invalidAttribute('filename', 'is missing', RULES.uploadFilename);
		if (bytes.length > state.settings.uploadMaxBytes) {
			throw new ZendeskError(413, { error: 'AttachmentTooLarge', description: `The file is larger than ${state.settings.uploadMaxBytes} bytes` }, RULES.uploadLarge);
		}
		const upload = state.uploads.take(token);
		if (upload === undefined) throw recordNotFound();
		const file = keepFile(state, filename, request.headers['content-type'] ?? 'application/octet-stream', bytes);
		upload.attachments.push(file.id);
		decidedBy(request, RULES.uploadToken);
		request.notes.summary = `file ${filename} uploaded (${file.size} bytes)`;
		const attachments = upload.attachments.flatMap((id) => state.attachments.get(id) ?? []).map((each) => presentAttachment(state, each));
		return await reply.code(201).send({
			upload: { token: upload.token, expires_at: new Date(upload.expires_at).toISOString(), attachment: attachments.at(-1), attachments },
		});
	});

	app.delete('/uploads/:token', async (request, reply) => {
		const { token } = request.params as { token: string };
		const upload = state.uploads.find(token);
		if (upload === undefined) {
			decidedBy(request, RULES.uploadGone);
			throw recordNotFound();
		}
		for (const id of upload.attachments) state.attachments.delete(id);
		state.uploads.end(token);
		return await reply.code(204).send();
	});

	app.get('/attachments/:id', async (request) => {
		const file = state.attachments.get(integerId(request));
		if (file === undefined) throw recordNotFound();
		return { attachment: presentAttachment(state, file) };
	});
}
