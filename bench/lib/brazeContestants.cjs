/* 10,000 profiles to Braze's /users/track, four ways. */
const { join } = require('node:path');
const { engineRun } = require('./engine.cjs');

const BATCH = 75;
/** Calls in flight; our node has the same (nodes/Braze/api.ts). */
const AT_ONCE = 12;
const KEY = 'bench-key-of-no-worth';

const person = (at) => ({ id: `cust-${at}`, first: `Name ${at}`, plan: at % 2 ? 'gold' : 'silver', visits: at % 40 });
const people = (count) => Array.from({ length: count }, (_, at) => person(at));
const tracked = ({ id, first, plan, visits }) => ({ external_id: id, first_name: first, plan, visits });

const inBatches = (list) => Array.from({ length: Math.ceil(list.length / BATCH) }, (_, at) => list.slice(at * BATCH, (at + 1) * BATCH));

const assignment = (name, value, type) => ({ id: name, name, value, type });

/** Our node, as a person would set it up. */
exports['our node'] = ({ fromHost, packageFolder, url, count }) => {
	const { Braze } = require(join(packageFolder, 'dist', 'nodes', 'Braze', 'Braze.node.js'));
	const parameters = {
		resource: 'user',
		operation: 'trackAttributes',
		identifyBy: 'external_id',
		userId: '={{ $json.id }}',
		attributes: { assignments: [assignment('first_name', '={{ $json.first }}', 'string'), assignment('plan', '={{ $json.plan }}', 'string'), assignment('visits', '={{ $json.visits }}', 'number')] },
		more: {},
		connection: {},
	};
	const credential = ['brazeMessagingApi', { instance: 'custom', baseUrl: url, apiKey: KEY }];
	return engineRun({ fromHost, packageFolder, chain: [{ type: new Braze(), parameters, credential }], items: people(count) });
};

const httpRequest = (fromHost, parameters) => {
	const { HttpRequest } = fromHost('n8n-nodes-base/dist/nodes/HttpRequest/HttpRequest.node.js');
	return {
		type: new HttpRequest(),
		version: 4.2,
		parameters: {
			method: 'POST',
			sendHeaders: true,
			headerParameters: { parameters: [{ name: 'Authorization', value: `Bearer ${KEY}` }] },
			sendBody: true,
			specifyBody: 'json',
			options: {},
			...parameters,
		},
	};
};

exports['HTTP Request, one call an item'] = ({ fromHost, packageFolder, url, count }) => {
	const jsonBody = '={{ { attributes: [{ external_id: $json.id, first_name: $json.first, plan: $json.plan, visits: $json.visits }] } }}';
	return engineRun({ fromHost, packageFolder, chain: [httpRequest(fromHost, { url: `${url}/users/track`, jsonBody })], items: people(count) });
};

/** What a skilled person builds: a Code node that makes the batches, HTTP Request behind it, four at once. */
exports['HTTP Request, batches made by hand'] = ({ fromHost, packageFolder, url, count }) => {
	const grouping = {
		description: { displayName: 'Code', name: 'code', group: ['transform'], version: 1, description: '', defaults: {}, inputs: ['main'], outputs: ['main'], properties: [] },
		async execute() {
			return [inBatches(this.getInputData().map(({ json }) => tracked(json))).map((attributes) => ({ json: { attributes } }))];
		},
	};
	const request = httpRequest(fromHost, { url: `${url}/users/track`, jsonBody: '={{ { attributes: $json.attributes } }}', options: { batching: { batch: { batchSize: AT_ONCE, batchInterval: 0 } } } });
	return engineRun({ fromHost, packageFolder, chain: [{ type: grouping, parameters: {} }, request], items: people(count) });
};

/** No n8n at all: the least time that the calls can take at this concurrency. */
exports['bare script'] = ({ url, count }) => {
	const items = people(count);
	return async () => {
		const batches = inBatches(items.map(tracked));
		let next = 0;
		const worker = async () => {
			while (next < batches.length) {
				const response = await fetch(`${url}/users/track`, {
					method: 'POST',
					headers: { authorization: `Bearer ${KEY}`, 'content-type': 'application/json' },
					body: JSON.stringify({ attributes: batches[next++] }),
				});
				await response.json();
			}
		};
		await Promise.all(Array.from({ length: AT_ONCE }, worker));
		return { items: count, failed: 0 };
	};
};
