/* 10,000 notifications as one Sendbird call, and 10,000 events as ten CleverTap calls, against what one builds without this package. */
const { join } = require('node:path');
const { engineRun } = require('./engine.cjs');
const { assignment, eachOf, httpRequest, inBatchesOf, postJson } = require('./parts.cjs');

const KEY = 'bench-key-of-no-worth';
const SENDBIRD = { 'Api-Token': KEY };
const CLEVERTAP = { 'X-CleverTap-Account-Id': 'BENCH', 'X-CleverTap-Passcode': KEY };
const TARGETS = 10_000;
const RECORDS = 1_000;
/** Of uploads; our node has the same (nodes/CleverTap/api.ts). */
const UPLOADS_AT_ONCE = 15;

const rows = (count) => Array.from({ length: count }, (_, at) => ({ id: `cust-${at}`, order: `A-${at}`, total: at % 90 }));

exports['Sendbird, our node'] = ({ fromHost, packageFolder, url, count }) => {
	const { Sendbird } = require(join(packageFolder, 'dist', 'nodes', 'Sendbird', 'Sendbird.node.js'));
	const parameters = {
		resource: 'notification',
		operation: 'sendBatch',
		templateKey: { __rl: true, mode: 'id', value: 'order-shipped' },
		userId: '={{ $json.id }}',
		variablesFrom: 'names',
		variables: { assignments: [assignment('order', '={{ $json.order }}', 'string')] },
		more: {},
		connection: {},
	};
	const credential = ['sendbirdNotificationsApi', { appId: 'BENCH', apiToken: KEY, baseUrl: url, sendPath: '/v1/notifications', modeWords: 'realtimeBatch', templatesPath: '/v1/templates' }];
	return engineRun({ fromHost, packageFolder, chain: [{ type: new Sendbird(), parameters, credential }], items: rows(count) });
};

exports['Sendbird, HTTP Request one call an item'] = ({ fromHost, packageFolder, url, count }) => {
	const jsonBody = '={{ { template: { key: "order-shipped", variables: { [$json.id]: { order: $json.order } } }, targets: [$json.id], mode: "realtime" } }}';
	return engineRun({ fromHost, packageFolder, chain: [httpRequest(fromHost, SENDBIRD, { url: `${url}/v1/notifications`, jsonBody })], items: rows(count) });
};

exports['Sendbird, bare script'] = ({ url, count }) => {
	const items = rows(count);
	return async () => {
		for (const batch of inBatchesOf(TARGETS, items)) {
			const variables = Object.fromEntries(batch.map(({ id, order }) => [id, { order }]));
			await postJson(`${url}/v1/notifications`, SENDBIRD, { template: { key: 'order-shipped', variables }, targets: batch.map(({ id }) => id), mode: 'batch' });
		}
		return { items: count, failed: 0 };
	};
};

exports['CleverTap, our node'] = ({ fromHost, packageFolder, url, count }) => {
	const { CleverTap } = require(join(packageFolder, 'dist', 'nodes', 'CleverTap', 'CleverTap.node.js'));
	const parameters = {
		resource: 'event',
		operation: 'upload',
		identifyBy: 'identity',
		userId: '={{ $json.id }}',
		eventName: 'Order Shipped',
		properties: { assignments: [assignment('order', '={{ $json.order }}', 'string'), assignment('total', '={{ $json.total }}', 'number')] },
		more: {},
		connection: {},
	};
	const credential = ['cleverTapMessagingApi', { region: 'custom', baseUrl: url, accountId: 'BENCH', passcode: KEY }];
	return engineRun({ fromHost, packageFolder, chain: [{ type: new CleverTap(), parameters, credential }], items: rows(count) });
};

exports['CleverTap, HTTP Request one call an item'] = ({ fromHost, packageFolder, url, count }) => {
	const jsonBody = '={{ { d: [{ type: "event", identity: $json.id, evtName: "Order Shipped", evtData: { order: $json.order, total: $json.total } }] } }}';
	return engineRun({ fromHost, packageFolder, chain: [httpRequest(fromHost, CLEVERTAP, { url: `${url}/1/upload`, jsonBody })], items: rows(count) });
};

exports['CleverTap, bare script'] = ({ url, count }) => {
	const items = rows(count);
	return async () => {
		const records = items.map(({ id, order, total }) => ({ type: 'event', identity: id, evtName: 'Order Shipped', evtData: { order, total } }));
		await eachOf(inBatchesOf(RECORDS, records), UPLOADS_AT_ONCE, (d) => postJson(`${url}/1/upload`, CLEVERTAP, { d }));
		return { items: count, failed: 0 };
	};
};
