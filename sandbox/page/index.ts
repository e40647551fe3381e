/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- the page is a file on disk */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';

/** `/`: a plain transcript of the events, live. */
export function registerPage(app: FastifyInstance): void {
	const html = readFileSync(join(__dirname, 'transcript.html'), 'utf8');
	app.get('/', async (_request, reply) => await reply.type('text/html; charset=utf-8').send(html));
}
