import { createServer } from 'node:http';

/**
 * A vendor that says yes after `latencyMs`, and counts. `answer` gives the body for a call from its path and text.
 * @returns {Promise<{ url: string, calls: () => number, atOnce: () => number, reset: () => void, close: () => Promise<void> }>}
 */
export async function pretendVendor({ latencyMs, status = 200, answer }) {
	let calls = 0;
	let open = 0;
	let most = 0;
	const server = createServer((request, response) => {
		// Between warm-up and run.
		if (request.method === 'DELETE' && request.url === '/reset') {
			calls = most = 0;
			return void response.end();
		}
		calls++;
		most = Math.max(most, ++open);
		const chunks = [];
		request.on('data', (chunk) => chunks.push(chunk));
		request.on('end', () => {
			const body = Buffer.concat(chunks).toString('utf8');
			setTimeout(() => {
				open--;
				response.writeHead(status, { 'content-type': 'application/json' });
				response.end(JSON.stringify(answer(request.url, body)));
			}, latencyMs);
		});
	});
	// A contestant that opens thousands of connections at once must not be refused: that would be another measurement.
	await new Promise((resolve) => server.listen({ port: 0, host: '127.0.0.1', backlog: 8192 }, resolve));
	return {
		url: `http://127.0.0.1:${server.address().port}`,
		calls: () => calls,
		atOnce: () => most,
		reset() {
			calls = most = open = 0;
		},
		close: () => new Promise((resolve) => server.close(resolve)),
	};
}
