import { Agent, request } from 'node:http';
import { eachOf } from './parts.cjs';

/** As many calls at a time as a busy n8n makes. */
const AT_ONCE = 16;
/** Each n8n execution makes so many calls. */
const CALLS_OF_A_RUN = 5;
/** One event in so many is a person's own. */
const TEXT_EVERY = 100;
const CUSTOMERS = ['cust-42', 'cust-43'];

/**
 * Lets so much happen in the sandbox, by calls alone, as n8n and people make them: mostly calls of Braze's API within n8n executions, each for a customer; texts between them.
 * @param {{ ready: { control: string, vendors: Record<string, string> } }} sandbox
 * @param {number} count
 * @returns {Promise<number>} how long it took, ms
 */
export async function flood({ ready }, count) {
	const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });
	const post = (url, headers, body) =>
		new Promise((resolve, reject) => {
			const call = request(url, { method: 'POST', agent, headers: { 'content-type': 'application/json', ...headers } }, (answer) => {
				answer.resume();
				answer.once('end', () => resolve(answer.statusCode));
			});
			call.once('error', reject);
			call.end(JSON.stringify(body));
		});
	const happen = (index) => {
		const customer = CUSTOMERS[index % CUSTOMERS.length];
		if (index % TEXT_EVERY === 0) return post(`${ready.control}/customer/${customer}/messages`, {}, { text: `Where is parcel ${index}?` });
		const headers = { authorization: 'Bearer sandbox-braze-key', 'x-n8n-execution-id': String(Math.floor(index / CALLS_OF_A_RUN)) };
		return post(`${ready.vendors.braze}/users/track`, headers, { attributes: [{ external_id: customer, visits: index }] });
	};
	const started = performance.now();
	const refused = new Map();
	await eachOf(Array.from({ length: count }, (_, index) => index), AT_ONCE, async (index) => {
		const status = await happen(index);
		// Quicker than Braze allows (3,000 in 3 s): that call is told in the list all the same.
		if (status >= 400 && status !== 429) refused.set(status, (refused.get(status) ?? 0) + 1);
	});
	agent.destroy();
	if (refused.size > 0) throw new Error(`the sandbox refused calls: ${[...refused].map(([status, times]) => `${times} × ${status}`).join(', ')}`);
	return performance.now() - started;
}
