import type { HttpAnswer, HttpRequest } from '../shared/liquid';
import type { Door } from '../shared/transport/door';

/** The calls of connected_content, through n8n's HTTP helper. It has no limit of its own: an answer that is too long is read, and then refused by the renderer. */
export const connectedContent =
	(door: Door) =>
	async ({ method, url, headers, body, timeout }: HttpRequest): Promise<HttpAnswer> => {
		if (door.plain === undefined) throw new TypeError('connected content can be called from a running node only');
		return await door.plain({ method, url, headers, body, timeout });
	};
