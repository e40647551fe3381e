/* What contestants are made of. */

exports.assignment = (name, value, type) => ({ id: name, name, value, type });

exports.inBatchesOf = (size, list) => Array.from({ length: Math.ceil(list.length / size) }, (_, at) => list.slice(at * size, (at + 1) * size));

/** n8n's HTTP Request node, with a JSON body. */
exports.httpRequest = (fromHost, headers, parameters) => {
	const { HttpRequest } = fromHost('n8n-nodes-base/dist/nodes/HttpRequest/HttpRequest.node.js');
	return {
		type: new HttpRequest(),
		version: 4.2,
		parameters: {
			method: 'POST',
			sendHeaders: true,
			headerParameters: { parameters: Object.entries(headers).map(([name, value]) => ({ name, value })) },
			sendBody: true,
			specifyBody: 'json',
			options: {},
			...parameters,
		},
	};
};

exports.postJson = async (url, headers, body) => {
	const response = await fetch(url, { method: 'POST', headers: { ...headers, 'content-type': 'application/json' }, body: JSON.stringify(body) });
	return await response.json();
};

/** A bare script's concurrency: `limit` at once, in order. */
exports.eachOf = async (list, limit, work) => {
	let next = 0;
	const worker = async () => {
		while (next < list.length) await work(list[next++]);
	};
	await Promise.all(Array.from({ length: limit }, worker));
};
