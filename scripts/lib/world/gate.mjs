import { createServer, request } from 'node:http';

/** What Braze would take for a final refusal, and what it tries again. */
const NOT_FOUND = 404;
const TRY_LATER = 503;

/**
 * A reverse proxy in front of n8n's webhooks, as docs/promises.md asks for: while n8n starts, it answers 404 for some seconds, and Braze does not send
 * again after a 404. This turns it into a 503, which Braze does repeat. A real installation has its own proxy do the same in one line.
 * @param {{ port: number, target: string }} options `target`: n8n's URL
 */
export async function openGate({ port, target }) {
	const { hostname, port: targetPort } = new URL(target);
	const server = createServer((incoming, outgoing) => {
		const onward = request({ hostname, port: targetPort, path: incoming.url, method: incoming.method, headers: incoming.headers }, (answer) => {
			outgoing.writeHead(answer.statusCode === NOT_FOUND ? TRY_LATER : answer.statusCode, answer.headers);
			answer.pipe(outgoing);
		});
		// A connection that breaks is passed on as broken: what it means is the sender's to judge.
		onward.on('error', () => incoming.socket.destroy());
		incoming.on('aborted', () => onward.destroy());
		incoming.pipe(onward);
	});
	await new Promise((resolve, reject) => {
		server.once('error', reject);
		server.listen(port, '127.0.0.1', resolve);
	});
	return {
		url: `http://127.0.0.1:${port}`,
		close: () =>
			new Promise((resolve) => {
				server.close(resolve);
				server.closeAllConnections();
			}),
	};
}
