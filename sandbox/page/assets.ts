/* eslint-disable @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-restricted-imports -- the page is files on disk */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';

const DIST = join(__dirname, 'dist');

const FILES: Record<string, { file: string; type: string }> = {
	'/': { file: 'index.html', type: 'text/html; charset=utf-8' },
	'/_sandbox/page/app.js': { file: 'app.js', type: 'text/javascript; charset=utf-8' },
	'/_sandbox/page/app.css': { file: 'app.css', type: 'text/css; charset=utf-8' },
	'/favicon.ico': { file: 'icon.svg', type: 'image/svg+xml' },
};

/** Nothing from elsewhere: what a text or an answer contains can load and run nothing. */
const POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const NOT_BUILT = '<!doctype html><html lang="en"><title>Sandbox</title><p>The page is not built yet. Run <code>node scripts/buildPage.mjs</code> and load this again.</p></html>';

/** The built page. Read anew each time, so that a rebuild is seen without a restart. */
export function registerAssets(app: FastifyInstance): void {
	for (const [url, { file, type }] of Object.entries(FILES)) {
		app.get(url, async (_request, reply) => {
			const path = join(DIST, file);
			if (!existsSync(path)) return await reply.code(503).type('text/html; charset=utf-8').send(NOT_BUILT);
			return await reply.headers({ 'content-security-policy': POLICY, 'x-content-type-options': 'nosniff', 'cache-control': 'no-cache' }).type(type).send(readFileSync(path));
		});
	}
}
