/* 10,000 profiles to Braze's /users/track, four ways. */
const { join } = require('node:path');
const { engineRun } = require('./engine.cjs');
const { assignment, eachOf, httpRequest, inBatchesOf, postJson } = require('./parts.cjs');

const BATCH = 75;
/** Calls in flight; our node has the same (nodes/Braze/api.ts). */
const AT_ONCE = 18;
const KEY = 'bench-key-of-no-worth';

const person = (at) => ({ id: `cust-${at}`, first: `Name ${at}`, plan: at % 2 ? 'gold' : 'silver', visits: at % 40 });
const people = (count) => Array.from({ length: count }, (_, at) => person(at));
const tracked = ({ id, first, plan, visits }) => ({ external_id: id, first_name: first, plan, visits });

const SIGNED = { authorization: `Bearer ${KEY}` };

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

exports['HTTP Request, one call an item'] = ({ fromHost, packageFolder, url, count }) => {
	const jsonBody = '={{ { attributes: [{ external_id: $json.id, first_name: $json.first, plan: $json.plan, visits: $json.visits }] } }}';
	return engineRun({ fromHost, packageFolder, chain: [httpRequest(fromHost, SIGNED, { url: `${url}/users/track`, jsonBody })], items: people(count) });
};

/** What a skilled person builds: a Code node that makes the batches, HTTP Request behind it, four at once. */
exports['HTTP Request, batches made by hand'] = ({ fromHost, packageFolder, url, count }) => {
	const grouping = {
		description: { displayName: 'Code', name: 'code', group: ['transform'], version: 1, description: '', defaults: {}, inputs: ['main'], outputs: ['main'], properties: [] },
		async execute() {
			return [inBatchesOf(BATCH, this.getInputData().map(({ json }) => tracked(json))).map((attributes) => ({ json: { attributes } }))];
		},
	};
	const request = httpRequest(fromHost, SIGNED, { url: `${url}/users/track`, jsonBody: '={{ { attributes: $json.attributes } }}', options: { batching: { batch: { batchSize: AT_ONCE, batchInterval: 0 } } } });
	return engineRun({ fromHost, packageFolder, chain: [{ type: grouping, parameters: {} }, request], items: people(count) });
};

/** No n8n at all: the least time that the calls can take at this concurrency. */
exports['bare script'] = ({ url, count }) => {
	const items = people(count);
	return async () => {
		const batches = inBatchesOf(BATCH, items.map(tracked));
		await eachOf(batches, AT_ONCE, (attributes) => postJson(`${url}/users/track`, SIGNED, { attributes }));
		return { items: count, failed: 0 };
	};
};
