import type { FastifyInstance } from 'fastify';
import { loggedIn } from '../auth';
import { ZendeskError } from '../errors';
import { decidedBy } from '../http';
import { RULES } from '../rules';
import type { ZendeskState } from '../state';

const gone = () => new ZendeskError(404, { error: 'RecordNotFound', description: 'Not found' }, RULES.notFound);

/** The bytes behind a `content_url`, and the login page that a private one leads to. Not below `/api/v2`. */
export function contentRoutes(app: FastifyInstance, state: ZendeskState): void {
	const mayRead = (header: string | undefined): boolean => !state.settings.privateAttachments || loggedIn(state, header) !== undefined;

	app.get('/attachments/token/:secret', async (request, reply) => {
		const { secret } = request.params as { secret: string };
		const file = [...state.attachments.values()].find((each) => each.secret === secret);
		// A file that was never put on a comment is deleted when its token is over.
		if (file === undefined || (file.ticket_id === null && file.created_at <= Date.now() - 60 * 60_000)) throw gone();
		if (!mayRead(request.headers.authorization)) {
			decidedBy(request, file.ticket_id === null ? RULES.attachmentLogin : RULES.attachmentPrivate);
			return await reply.redirect(`${state.hostUrl}/auth/v3/signin?return_to=${encodeURIComponent(request.originalUrl)}`, 302);
		}
		decidedBy(request, RULES.attachmentOpen);
		request.notes.summary = `file ${file.file_name} read`;
		return await reply
			.type(file.content_type)
			.header('content-disposition', `${file.content_type.startsWith('image/') ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(file.file_name)}`)
			.send(file.bytes);
	});

	app.get('/auth/v3/signin', async (request, reply) => {
		decidedBy(request, RULES.attachmentLogin);
		return await reply.type('text/html; charset=utf-8').send('<!doctype html><title>Sign in</title><h1>Sign in to continue</h1>');
	});
}
